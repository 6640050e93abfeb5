package dev.easel.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Reads distributions, and the headers that policies add to their answers.
final class DistributionReader {

    private static final List<String> READ_ONLY = List.of("GET", "HEAD");

    private final List<Section> distributions = new ArrayList<>();
    private final Map<String, Map<String, String>> policies = new HashMap<>();

    void policy(String name, Section properties) {
        var config = properties.section("ResponseHeadersPolicyConfig");
        var headers = new TreeMap<String, String>();
        security(config.section("SecurityHeadersConfig"), headers);
        config.section("CustomHeadersConfig")
                .sections("Items")
                .forEach(item ->
                        headers.put(
                                item.text("Header").toLowerCase(Locale.ROOT), item.text("Value")));
        policies.put(name, headers);
    }

    private static void security(Section config, Map<String, String> headers) {
        if (config.has("ContentSecurityPolicy")) {
            var policy = config.section("ContentSecurityPolicy");
            headers.put("content-security-policy", policy.text("ContentSecurityPolicy"));
        }
        if (config.has("ContentTypeOptions")) {
            headers.put("x-content-type-options", "nosniff");
        }
        if (config.has("FrameOptions")) {
            headers.put("x-frame-options", config.section("FrameOptions").text("FrameOption"));
        }
        if (config.has("ReferrerPolicy")) {
            headers.put("referrer-policy", config.section("ReferrerPolicy").text("ReferrerPolicy"));
        }
        if (config.has("StrictTransportSecurity")) {
            var transport = config.section("StrictTransportSecurity");
            headers.put(
                    "strict-transport-security",
                    "max-age="
                            + transport.text("AccessControlMaxAgeSec")
                            + (transport.flag("IncludeSubdomains") ? "; includeSubDomains" : "")
                            + (transport.flag("Preload") ? "; preload" : ""));
        }
    }

    void distribution(Section properties) {
        distributions.add(properties.section("DistributionConfig"));
    }

    /// Once every policy has been read. `here` knows what this laptop calls Amazon's hosts.
    List<Distribution> distributions(UnaryOperator<String> here) {
        return distributions.stream().map(config -> distribution(config, here)).toList();
    }

    private Distribution distribution(Section config, UnaryOperator<String> here) {
        var buckets = new HashMap<String, Boolean>();
        config.sections("Origins")
                .forEach(origin -> buckets.put(origin.text("Id"), origin.has("S3OriginConfig")));
        var behaviours = new ArrayList<Distribution.Behaviour>();
        for (var section : config.sections("CacheBehaviors")) {
            behaviours.add(behaviour(section.text("PathPattern"), section, buckets, here));
        }
        var rest = config.section("DefaultCacheBehavior");
        behaviours.add(behaviour("*", rest, buckets, here));
        return new Distribution(config.text("DefaultRootObject"), behaviours);
    }

    private Distribution.Behaviour behaviour(
            String pattern,
            Section section,
            Map<String, Boolean> buckets,
            UnaryOperator<String> here) {
        var bucket = buckets.get(section.text("TargetOriginId"));
        if (bucket == null) {
            throw new TemplateException(section.place() + ".TargetOriginId is no origin.");
        }
        var headers = new TreeMap<String, String>();
        policies.getOrDefault(section.text("ResponseHeadersPolicyId", ""), Map.of())
                .forEach((name, value) -> headers.put(name, here.apply(value)));
        var methods = section.texts("AllowedMethods");
        return new Distribution.Behaviour(
                pattern,
                bucket,
                methods.isEmpty() ? READ_ONLY : methods,
                "true".equals(section.text("Compress", "false")),
                headers);
    }
}

package dev.easel.local;

import dev.easel.site.SiteConfig;
import dev.easel.site.SiteFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/// `./easel site`: the pages, laid out as they are deployed.
@Command(
        name = "site",
        description = "Lays the Studio's pages out in web/target/site, as they are deployed.",
        mixinStandardHelpOptions = true)
final class SiteCommand implements Callable<Integer> {

    @SuppressWarnings("NullAway.Init") // picocli sets it.
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            paramLabel = "ORIGIN",
            required = true,
            description =
                    "Where presigned URLs of the deployment lead, as it says after sam deploy.")
    private List<String> images = List.of();

    @Option(
            names = "--api",
            paramLabel = "ORIGIN",
            description = "Where the API is. Default: where the pages are.")
    private String api = "";

    @Override
    public Integer call() {
        var site = new SiteFolder(Project.file("web")).lay(new SiteConfig(api, images));
        spec.commandLine()
                .getOut()
                .printf(
                        "web/target/site holds version %s: %d files%n",
                        site.version(), site.files().size());
        return 0;
    }
}

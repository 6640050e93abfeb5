package dev.easel.template;

/// The names that a laptop gives to what Amazon would name: one region, one account that does not
/// exist.
public final class Names {

    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";
    public static final String STACK = "easel";

    private Names() {}

    static String physical(String logicalId) {
        return STACK + "-" + logicalId;
    }

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }
}

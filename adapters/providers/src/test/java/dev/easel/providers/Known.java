package dev.easel.providers;

import dev.easel.provider.Job;
import dev.easel.provider.Provider;
import dev.easel.routing.Try;
import dev.easel.secret.Secrets;

import java.net.URI;
import java.util.List;

/// A provider as [ProviderContractTest] gets to know it. Everything else that the suite needs stands
/// in the folder of its recorded replies, in `replies.txt`.
///
/// @param folder of its recorded replies
/// @param entry its line on the shelf
/// @param path what its address holds behind the host
/// @param header the one that shows the key
/// @param prefix what goes before the key in it
/// @param job a job that it takes
record Known(
        String folder,
        ProviderShelf.Entry entry,
        String path,
        String header,
        String prefix,
        Job job) {

    private static final Try GEMINI =
            new Try(GoogleProvider.ID, "gemini-3.1-flash-image", "2026-02");

    static final List<Known> ALL =
            List.of(
                    bearer(
                            RunflowProvider.ENTRY,
                            new Try(RunflowProvider.ID, "google/nano-banana-2", "2026-10")),
                    new Known(
                            GoogleProvider.ID,
                            GoogleProvider.ENTRY,
                            "",
                            "x-goog-api-key",
                            "",
                            Jobs.words(GEMINI)),
                    // Vertex AI: the same, at the address of a project there.
                    new Known(
                            "vertex",
                            GoogleProvider.ENTRY,
                            "/v1beta1/projects/p/locations/global",
                            "Authorization",
                            "Bearer ",
                            Jobs.words(GEMINI)),
                    bearer(
                            TogetherProvider.ENTRY,
                            new Try(TogetherProvider.ID, "google/flash-image-3.1", "2026-10")),
                    bearer(
                            ReplicateProvider.ENTRY,
                            new Try(ReplicateProvider.ID, "google/nano-banana-2", "2026-08")),
                    bearer(
                            ProdiaProvider.ENTRY,
                            new Try(
                                    ProdiaProvider.ID,
                                    "inference.gemini-3-1-flash.txt2img.v1",
                                    "2026-08")),
                    bearer(
                            RunwareProvider.ENTRY,
                            new Try(RunwareProvider.ID, "google:4@3", "2026-08")));

    static Known bearer(ProviderShelf.Entry entry, Try tried) {
        return new Known(entry.id(), entry, "", "Authorization", "Bearer ", Jobs.words(tried));
    }

    /// At an address of the test's, with little patience.
    Provider at(URI host, Secrets secrets) {
        return entry.maker().apply(RotatingKey.access(secrets, URI.create(host + path)));
    }

    @Override
    public String toString() {
        return folder;
    }
}

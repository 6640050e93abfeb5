package dev.easel.simulator.prodia;

import dev.easel.simulator.job.Refusals;
import dev.easel.simulator.web.Json;
import dev.easel.simulator.web.Reply;

/// Prodia's clients look for `detail`, `error` and `message` in turn: all three are in use here.
/// Which of them comes when is documented nowhere.
final class ProdiaErrors implements Refusals {

    static Reply.Answer error(int status, String member, String text) {
        return Reply.json(status, Json.object().put(member, text));
    }

    static Reply.Answer wrong(String field, String rule) {
        return error(400, "detail", field + ": " + rule);
    }

    static Reply.Answer notFound() {
        return error(404, "error", "job not found");
    }

    @Override
    public Reply.Answer limited() {
        return error(429, "message", "Too many requests, please slow down");
    }

    /// No status of its own is documented for an empty account.
    @Override
    public Reply.Answer noCredit() {
        return error(402, "error", "insufficient credits");
    }

    @Override
    public Reply.Answer noCredits() {
        return error(403, "error", "account is out of credits");
    }

    @Override
    public Reply.Answer unavailable() {
        return error(503, "message", "no worker is available for this job type");
    }

    @Override
    public Reply.Answer invalid() {
        return wrong("config.aspect_ratio", "must be one of the supported values");
    }

    @Override
    public Reply.Answer unauthorized() {
        return error(401, "error", "invalid token");
    }

    @Override
    public Reply.Answer permissionDenied() {
        return error(403, "error", "the token may not run this job type");
    }
}

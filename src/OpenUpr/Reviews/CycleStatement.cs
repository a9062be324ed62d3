namespace OpenUpr.Reviews;

/// <summary>What one source says about the years of a cycle. Sources differ; every statement is kept, and one of each cycle is preferred.</summary>
public sealed record CycleStatement(int Number, int FirstSession, int LastSession, string? From, string? To, bool Tentative, bool Preferred, ReferenceSource Source, string? Note)
{
    /// <summary>All statements by cycle, the preferred one first.</summary>
    public static IReadOnlyList<CycleStatement> ReadAll(ReferenceData reference) =>
        [.. ReferenceFiles.Rows(reference.World, "cycles").Select(r => new CycleStatement(
                r.Number("number")!.Value, r.Number("first_session")!.Value, r.Number("last_session")!.Value, r.Optional("from"), r.Optional("to"),
                r["certainty"] != "confirmed", r["preferred"] == "yes", reference.Sources[r["source"]], r.Optional("note")))
            .OrderBy(c => c.Number).ThenByDescending(c => c.Preferred)];
}

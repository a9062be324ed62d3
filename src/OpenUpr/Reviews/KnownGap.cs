namespace OpenUpr.Reviews;

/// <summary>Something that the reference data lack or that their sources leave in doubt.</summary>
/// <param name="About">What it concerns: sessions, deadlines, council, states, memberships or recommendations.</param>
public sealed record KnownGap(string About, string Text)
{
    /// <summary>The gaps that concern a world: the demonstration's States are invented, its calendar is the real one.</summary>
    public static IReadOnlyList<KnownGap> ReadAll(World world) =>
        [.. ReferenceFiles.Rows(world, "known-gaps").Where(r => world != World.Demo || r["world"] == "all").Select(r => new KnownGap(r["about"], r["gap_en"]))];
}

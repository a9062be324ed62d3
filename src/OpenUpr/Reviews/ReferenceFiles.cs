namespace OpenUpr.Reviews;

/// <summary>The reference data as the files they are, for whoever wants to check or reuse them. A closed list: no other resource can be asked for.</summary>
public static class ReferenceFiles
{
    private const string Reviews = "OpenUpr.Reviews.Data.";
    private const string Taxonomy = "OpenUpr.Taxonomy.Data.";

    /// <summary>Tables by name, in the order in which they are worth reading.</summary>
    private static readonly (string Name, string Folder)[] _all =
    [
        ("states", Reviews), ("state-names", Reviews), ("regional-groups", Reviews), ("regional-group-members", Reviews), ("organisations", Reviews),
        ("organisation-members", Reviews), ("council-members", Reviews), ("cycles", Reviews), ("sessions", Reviews), ("session-states", Reviews), ("session-deadlines", Reviews),
        ("hrc-sessions", Reviews), ("session-adoptions", Reviews), ("milestones", Reviews), ("timeline", Reviews), ("tile-map", Reviews), ("known-gaps", Reviews), ("sources", Reviews),
        ("issues", Taxonomy), ("glossary", Taxonomy), ("sdg-goals", Taxonomy), ("sdg-targets", Taxonomy), ("sdg-indicators", Taxonomy), ("topic-map", Taxonomy),
        ("topic-themes", Taxonomy), ("topic-persons", Taxonomy), ("synonyms", "OpenUpr.Search.Data."),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. _all.Select(t => t.Name)];

    /// <summary>The file's bytes (UTF-8, no byte order mark) as this world has it, or null for a name that is not on the list.</summary>
    public static byte[]? Read(World world, string name)
    {
        if (ResourceOf(world, name) is not { } resource)
        {
            return null;
        }

        using var stream = typeof(ReferenceFiles).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The program lacks its reference file {resource}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>The rows of a table on the list.</summary>
    public static IEnumerable<ReferenceTable> Rows(World world, string name) =>
        ReferenceTable.Read(ResourceOf(world, name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such table."));

    // The demonstration has its own States, names and memberships, and shares everything else.
    private static string? ResourceOf(World world, string name)
    {
        var (known, folder) = _all.FirstOrDefault(t => t.Name == name);
        var own = $"OpenUpr.Demo.Data.{known}.csv";
        return known is null ? null
            : world == World.Demo && typeof(ReferenceFiles).Assembly.GetManifestResourceInfo(own) is not null ? own
            : $"{folder}{known}.csv";
    }
}

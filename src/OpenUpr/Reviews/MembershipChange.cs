namespace OpenUpr.Reviews;

/// <summary>A membership that began or ended on a day that we know of, and so does not hold for all sessions.</summary>
public sealed record MembershipChange(string Iso3, string Of, DateOnly? From, DateOnly? To, ReferenceSource? Source)
{
    /// <summary>The dated memberships of regional groups and organisations.</summary>
    public static IReadOnlyList<MembershipChange> ReadAll(ReferenceData reference) =>
        [.. Read(reference, "regional-group-members", "group"), .. Read(reference, "organisation-members", "organisation")];

    private static IEnumerable<MembershipChange> Read(ReferenceData reference, string table, string column) =>
        from row in ReferenceFiles.Rows(reference.World, table)
        let change = new MembershipChange(row["iso3"], row[column], row.Date("from"), row.Date("to"), reference.Sources.GetValueOrDefault(row["source"]))
        where change.From is not null || change.To is not null
        select change;
}

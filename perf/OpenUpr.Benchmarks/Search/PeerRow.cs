using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Counting;

namespace OpenUpr.Benchmarks.Search;

/// <summary>A pair as a database that is asked directly would hold it: one wide row, memberships worked out beforehand.</summary>
internal sealed record PeerRow(IndexRow Row, string? SurGroup, string? RsGroup, IReadOnlyList<string> SurOrgs, IReadOnlyList<string> RsOrgs, int? Cycle)
{
    public string? Response => Row.Position is { } p ? FacetFields.Code(p) : null;

    public string Kind => FacetFields.Code(Row.Kind);

    public static IEnumerable<PeerRow> Of(IEnumerable<IndexRow> rows, ReferenceData reference)
    {
        var known = new Dictionary<(string, int), (string?, IReadOnlyList<string>)>();
        return rows.Select(row =>
        {
            var (sur, rs) = (Memberships(row.Sur, row.Session), Memberships(row.Rs, row.Session));
            return new PeerRow(row, sur.Group, rs.Group, sur.Organisations, rs.Organisations, reference.CycleOf(row.Session));
        });

        (string? Group, IReadOnlyList<string> Organisations) Memberships(string state, int session)
        {
            if (!known.TryGetValue((state, session), out var found))
            {
                var day = reference.FindSession(session)?.Start;
                known.Add((state, session), found = (reference.GroupOf(state, day), reference.OrganisationsOf(state, day)));
            }

            return found;
        }
    }
}

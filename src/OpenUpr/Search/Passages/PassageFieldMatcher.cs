using OpenUpr.Search.Matching;

namespace OpenUpr.Search.Passages;

/// <summary>A filter by State under review, session or cycle inside an expression; a paragraph that passes scores 1.</summary>
internal sealed class PassageFieldMatcher(PassageColumns columns, SearchFilters filters) : Matcher
{
    private readonly PassageMasks _masks = new(columns, new PassageQuery(new SearchQuery(null, filters)));

    public override int Cost => columns.DocumentOf.Length;

    public override bool Fill(int start, Span<ushort> scores)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = start + i < columns.DocumentOf.Length && _masks.Fails(columns, start + i) == 0 ? (ushort)1 : (ushort)0;
        }

        return true;
    }
}

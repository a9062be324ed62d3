using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Similar;

/// <summary>Which texts may be answers, and what of their tags agrees with what is known of the question.</summary>
internal sealed class TextFilter
{
    private const double IssuePart = 0.75;
    private const int IssueField = 6;

    private readonly Records _records;
    private readonly FilterMasks _masks;
    private readonly DocTable _table;
    private readonly int[] _pairsOfText;
    private readonly int[] _issues;
    private readonly int? _action;
    private readonly long? _except;

    public TextFilter(SearchIndex index, SimilarQuery query)
    {
        (_records, _table, _pairsOfText) = (index.Records, index.Table, index.Postings.PairsOfText);
        _masks = new FilterMasks(_records, query.Filters);
        _issues = [.. query.Issues.Distinct().Select(_records.Fields[IssueField].Find)];
        (_action, _except) = (query.Action, query.Except);
    }

    /// <summary>False where no tags of the question are known.</summary>
    public bool HasTags => _issues.Length > 0 || _action is not null;

    public bool Passes(int text) => (_except is not { } except || _table.TextIds[text] != except) && FirstPair(text) >= 0;

    /// <summary>The first of the text's pairs that passes the filters, or -1.</summary>
    public int FirstPair(int text)
    {
        for (var doc = _pairsOfText[text]; doc < _pairsOfText[text + 1]; doc++)
        {
            if (_masks.Fails(doc) == 0)
            {
                return doc;
            }
        }

        return -1;
    }

    /// <summary>0 to 1: how far the text's own tags are those of the question.</summary>
    public double Agreement(int text)
    {
        var record = _records.Packed[_pairsOfText[text]];
        var own = _records.Fields[IssueField].ValuesOf(Records.IssueSet(record));
        var shared = 0;
        foreach (var issue in own)
        {
            shared += Array.IndexOf(_issues, issue) >= 0 ? 1 : 0;
        }

        var issues = _issues.Length == 0 ? 0 : (double)shared / (_issues.Length + own.Length - shared);
        var action = _action is { } wanted && Traits.Action(Records.TraitsOf(record)) == wanted ? 1 : 0;
        return _issues.Length == 0 ? action : _action is null ? issues : (IssuePart * issues) + ((1 - IssuePart) * action);
    }
}

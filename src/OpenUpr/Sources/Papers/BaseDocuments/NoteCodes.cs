using System.Text.RegularExpressions;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.BaseDocuments;

/// <summary>Resolves the codes of a summary's notes, "JS1, p. 3; HRW, para. 5", to the submitters that it lists.</summary>
internal sealed partial class NoteCodes
{
    private readonly Dictionary<string, string> _codes = [];
    private readonly Regex? _any;

    public NoteCodes(IReadOnlyList<ReadSubmitter> submitters)
    {
        foreach (var submitter in submitters)
        {
            _codes.TryAdd(submitter.Code, submitter.Code);
            // "PTPR/JS3" is cited as either; "OSCE/ODIHR" only as a whole does no harm.
            foreach (var alias in submitter.Code.Split('/').Where(a => a.Length > 1 && !a.Contains(' ', StringComparison.Ordinal)))
            {
                _codes.TryAdd(alias, submitter.Code);
            }
        }

        _any = _codes.Count == 0 ? null : new Regex(
            $@"(?<![\p{{L}}\p{{N}}/-])(?:{string.Join('|', _codes.Keys.OrderByDescending(c => c.Length).Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])(?!/\p{{L}})",
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    /// <summary>The submitters whose codes stand in a text, in its order, each once.</summary>
    public IEnumerable<string> In(string text) => _any is null ? [] : _any.Matches(text).Select(m => _codes[m.Value]).Distinct();

    /// <summary>The submitters that a note cites; "Ibid." cites those of the note before it.</summary>
    public IEnumerable<string> In(Note note, Notes notes)
    {
        var cited = In(note.Text).ToList();
        return cited.Count == 0 && Ibid().IsMatch(note.Text) && notes.Find(note.Number - 1) is { } before ? In(before, notes) : cited;
    }

    [GeneratedRegex(@"^\s*(?:ibid|idem|ídem)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ibid();
}

using OpenUpr.Storage;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>A typed line: a first sign says its kind, so that one key is enough.</summary>
public static class LineReading
{
    public static IReadOnlyList<string> Kinds { get; } = [DayNote.Recommendation, DayNote.Question, DayNote.Reply, DayNote.Remark];

    /// <summary>The sign before the text, by kind; a recommendation needs none.</summary>
    public static char? Sign(string kind) => kind switch { DayNote.Question => '?', DayNote.Reply => '=', DayNote.Remark => '-', _ => null };

    /// <summary>Kind and text. A kind that was chosen holds, and a first sign then belongs to the text; null for a kind that there is not.</summary>
    public static (string? Kind, string Text) Read(string? chosen, string? typed)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim() ?? "";
        if (!string.IsNullOrEmpty(chosen))
        {
            return (Kinds.Contains(chosen) ? chosen : null, text);
        }

        return Kinds.FirstOrDefault(k => Sign(k) is { } sign && text.StartsWith(sign)) is { } kind ? (kind, text[1..].TrimStart()) : (DayNote.Recommendation, text);
    }
}

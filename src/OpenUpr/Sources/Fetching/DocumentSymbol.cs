using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Fetching;

/// <summary>A United Nations document symbol as typed, checked so that it can stand in an address and in a file's name.</summary>
public sealed partial record DocumentSymbol
{
    private const int MaxLength = 80;

    private DocumentSymbol(string text) => Text = text;

    /// <summary>Such as A/HRC/59/15/Add.1.</summary>
    public string Text { get; }

    /// <summary>The symbol as part of a file's name: A_HRC_59_15_Add.1.</summary>
    public string FileName => Text.Replace('/', '_');

    /// <summary>Null when it is no symbol. Spaces, which line breaks and copying leave in symbols, are dropped.</summary>
    public static DocumentSymbol? Parse(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)));
        return text.Length <= MaxLength && Form().IsMatch(text) ? new DocumentSymbol(text) : null;
    }

    public override string ToString() => Text;

    // Parts between strokes; none consists of stops alone, which would be a way up in a path.
    [GeneratedRegex(@"^[A-Za-z]{1,8}(/[A-Za-z0-9()_-][A-Za-z0-9().\[\]_*-]*)+$", RegexOptions.None, 1_000)]
    private static partial Regex Form();
}

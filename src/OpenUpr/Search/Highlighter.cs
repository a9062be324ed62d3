namespace OpenUpr.Search;

/// <summary>A piece of a text that is shown, and whether the query matched it.</summary>
public readonly record struct TextPiece(string Text, bool Matched);

public static class Highlighter
{
    /// <summary>Cuts a text into pieces that matched the query's words and pieces between; together they are the text.</summary>
    public static IReadOnlyList<TextPiece> Mark(string text, SearchQuery query) => throw new NotImplementedException();
}

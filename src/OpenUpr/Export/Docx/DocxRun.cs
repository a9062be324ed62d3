namespace OpenUpr.Export.Docx;

/// <summary>Words of one look inside a paragraph.</summary>
/// <param name="Address">Where the words lead, an address of the web; null for plain words.</param>
public readonly record struct DocxRun(string Text, bool Bold = false, bool Italic = false, string? Address = null)
{
    public static implicit operator DocxRun(string text) => new(text);

    public static DocxRun FromString(string text) => new(text);
}

namespace OpenUpr.Export.Docx;

/// <summary>Words of one look inside a paragraph.</summary>
/// <param name="Address">Where the words lead, an address of the web; null for plain words.</param>
/// <param name="Note">The endnote that stands behind the words; null for none. Notes have no notes.</param>
/// <param name="Fill">The colour behind the words, "DDEFE4"; null for none.</param>
public readonly record struct DocxRun(string Text, bool Bold = false, bool Italic = false, string? Address = null, IReadOnlyList<DocxRun>? Note = null, string? Fill = null)
{
    public static implicit operator DocxRun(string text) => new(text);

    public static DocxRun FromString(string text) => new(text);
}

using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Pdf.Content;
using OpenUpr.Sources.Pdf.Fonts;
using OpenUpr.Sources.Pdf.Layout;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf;

/// <summary>
/// Reads the text of a PDF document: the text layer as it was written, with the place of every line; pictures are not looked at.
/// After ISO 32000-1 (PDF 1.7); files that break its rules are read as far as other readers read them.
/// </summary>
internal static class PdfReader
{
    private const string MediaType = "application/pdf";

    /// <exception cref="SourceException">The file is protected by a password, is a scan, is damaged beyond reading, or goes beyond the limits of <see cref="PdfBudget"/>.</exception>
    public static PaperText Read(SourceFile file, CancellationToken cancel)
    {
        if (file.Length > PdfBudget.MaxFileBytes)
        {
            throw PdfError.TooMuch($"it has {file.Length / 1_048_576} MB, the limit is {PdfBudget.MaxFileBytes / 1_048_576} MB");
        }

        var content = new byte[file.Length];
        file.Content.Position = 0;
        var read = file.Content.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return Read(content.AsMemory(0, read), TimeProvider.System, cancel);
    }

    /// <param name="content">The whole file.</param>
    /// <param name="clock">Measures how long it takes.</param>
    /// <exception cref="SourceException">As above.</exception>
    public static PaperText Read(ReadOnlyMemory<byte> content, TimeProvider clock, CancellationToken cancel)
    {
        var objects = PdfObjects.Open(content, new PdfBudget(clock, cancel));
        var pages = PageTree.Pages(objects);
        if (pages.Count == 0)
        {
            throw PdfError.Damaged("no page can be found in it");
        }

        var fonts = new FontCache(objects);
        var layouts = new List<PageLayout>(pages.Count);
        var (glyphs, unknown) = (0, 0);
        foreach (var page in pages)
        {
            cancel.ThrowIfCancellationRequested();
            var ink = ContentReader.Read(objects, fonts, page);
            glyphs += ink.Glyphs;
            unknown += ink.UnknownGlyphs;
            layouts.Add(PageLayout.Of(layouts.Count + 1, ink, objects.Budget));
        }

        if (layouts.TrueForAll(l => l.Lines.Count == 0) || 2 * unknown > glyphs)
        {
            throw glyphs == 0 ? PdfError.Scanned(pages.Count) : PdfError.Damaged("its letters carry no meaning that could be read");
        }

        RoleFinder.Mark(layouts);
        TableJoiner.Join(layouts);
        return new PaperText([.. layouts.SelectMany(Lines)], pages.Count, MediaType);
    }

    private static IEnumerable<PaperLine> Lines(PageLayout page) => page.Lines.Select(line => new PaperLine(page.Number, line.Text)
    {
        Role = line.Role,
        Left = Math.Round(line.Left, 2),
        Right = Math.Round(line.Right, 2),
        Baseline = Math.Round(line.Baseline, 2),
        Size = Math.Round(line.Size, 2),
        IsBold = line.IsBold,
        IsItalic = line.IsItalic,
        Cell = line.Cell,
    });
}

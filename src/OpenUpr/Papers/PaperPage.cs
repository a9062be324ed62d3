using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>A line of a paper as it is shown beside a doubt.</summary>
/// <param name="IsPlace">True where the words in doubt stand.</param>
/// <param name="IsAside">Heads, feet and notes, which are not part of the running text.</param>
public sealed record PageLine(string Text, bool IsPlace, bool IsAside);

/// <summary>The text around a place of a stored paper.</summary>
/// <param name="Page">From 1; null for papers without pages.</param>
/// <param name="FromOriginal">True when the stored original was read again, false when only the paragraphs that were taken from it are shown.</param>
public sealed record PaperPage(int? Page, IReadOnlyList<PageLine> Lines, bool FromOriginal)
{
    /// <summary>Lines before and after the place in papers without pages.</summary>
    private const int Around = 25;

    /// <summary>The page that a doubt stands on, or the lines around it; null where nothing of the paper is kept.</summary>
    public static async Task<PaperPage?> ReadAsync(Store store, Doubt doubt, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await OriginalAsync(db, doubt.DocumentId, cancel) is { } lines)
        {
            return OfLines(lines, doubt, await WordsAsync(db, doubt, cancel));
        }

        var passages = await db.Passages.AsNoTracking().Where(p => p.DocumentId == doubt.DocumentId && (doubt.Page == null || p.Page == doubt.Page)).OrderBy(p => p.Ordinal).ToListAsync(cancel);
        return passages.Count == 0 ? null : Cut([.. passages.Select(p => (p.Page, p.Number is null ? p.Text : $"{p.Number}. {p.Text}", false, doubt.Number is { } n && p.Number is { } own && (n == own || n.StartsWith(own + " ", StringComparison.Ordinal))))], doubt, false);
    }

    /// <summary>The words to look for, the likeliest first. Where the position is in doubt these are the recommendation's own: the sentence that gives the position may stand pages before.</summary>
    private static async Task<IReadOnlyList<string?>> WordsAsync(OpenUprDb db, Doubt doubt, CancellationToken cancel) =>
        !doubt.Code.Contains("position", StringComparison.Ordinal) || doubt.TextId is not { } text
            ? [doubt.Excerpt, doubt.Found]
            :
            [
                await db.Wordings.AsNoTracking().Where(w => w.TextId == text && w.DocumentId == doubt.DocumentId).OrderBy(w => w.Id).Select(w => w.Text).FirstOrDefaultAsync(cancel),
                await db.Texts.AsNoTracking().Where(t => t.Id == text).Select(t => t.Text).SingleOrDefaultAsync(cancel),
                doubt.Excerpt,
            ];

    private static PaperPage? OfLines(IReadOnlyList<PaperLine> lines, Doubt doubt, IReadOnlyList<string?> words)
    {
        var page = doubt.Page is { } wanted ? lines.Where(l => l.Page == wanted).ToList() : [.. lines];
        var places = PlaceFinder.Find([.. page.Select(l => l.Text)], words, doubt.Number);
        return page.Count == 0 ? null : Cut([.. page.Select((l, i) => (l.Page, l.Text, l.Role != LineRole.Body, places.Contains(i)))], doubt, true);
    }

    private static PaperPage Cut(IReadOnlyList<(int? Page, string Text, bool Aside, bool Place)> all, Doubt doubt, bool original)
    {
        var first = all.Index().FirstOrDefault(l => l.Item.Place).Index;
        var shown = doubt.Page is not null ? all : [.. all.Skip(Math.Max(0, first - Around)).Take((2 * Around) + 1)];
        return new PaperPage(doubt.Page, [.. shown.Select(l => new PageLine(l.Text, l.Place, l.Aside))], original);
    }

    /// <summary>Null where the original is not kept or is not a paper that can be read.</summary>
    private static async Task<IReadOnlyList<PaperLine>?> OriginalAsync(OpenUprDb db, long documentId, CancellationToken cancel)
    {
        if (await db.DocumentContents.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == documentId, cancel) is not { } content)
        {
            return null;
        }

        var path = Path.GetTempFileName();
        try
        {
            await using (var written = File.Create(path))
            await using (var brotli = new BrotliStream(new MemoryStream(content.Brotli), CompressionMode.Decompress))
            {
                await brotli.CopyToAsync(written, cancel);
            }

            using var file = SourceFile.Open(path);
            var form = FileRecogniser.Recognise(file).Form;
            return form is FileForm.Pdf or FileForm.WordDocument or FileForm.OldWordDocument ? await Task.Run(() => PaperReader.ReadText(file, form, cancel).Lines, cancel) : null;
        }
        catch (SourceException)
        {
            // The paper was read once; that its page cannot be drawn now must not keep anyone from answering.
            return null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

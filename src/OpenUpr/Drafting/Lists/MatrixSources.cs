using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Docx;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Lists;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>A list among the stored papers.</summary>
public sealed record StoredList(long DocumentId, string Name, int Session);

/// <summary>What a coalition's list can be made of.</summary>
/// <param name="State">ISO code of the State that it works on; null for none.</param>
/// <param name="Lists">OHCHR's lists of that State, the newest first.</param>
/// <param name="Session">Of the State's last review with recommendations in the database; null for none.</param>
/// <param name="Texts">Recommendations of that review.</param>
public sealed record MatrixChoices(string? State, IReadOnlyList<StoredList> Lists, int? Session, int Texts);

/// <summary>A list that was read, and what it is about.</summary>
/// <param name="State">Null where the file does not say.</param>
public sealed record FoundList(MatrixList List, string? State, int? Session);

/// <summary>Where lists come from: a file, the stored papers, or the recommendations in the database.</summary>
public static class MatrixSources
{
    /// <summary>Bytes. OHCHR's lists have a tenth of a million.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    public static async Task<MatrixChoices> ChoicesAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var state = await db.Coalitions.AsNoTracking().Where(c => c.Id == access.CoalitionId).Select(c => c.Country).SingleAsync(cancel);
        var kind = PaperIdentity.NameOf(PaperKind.ThematicList);
        var lists = await (
            from d in db.Documents.AsNoTracking()
            join r in db.Reviews on d.ReviewId equals r.Id
            where r.Sur == state && d.Kind == kind
            orderby r.Session descending, d.Id
            select new StoredList(d.Id, d.FileName, r.Session)).ToListAsync(cancel);
        var last = await db.Reviews.AsNoTracking().Where(r => r.Sur == state && db.Texts.Any(t => t.ReviewId == r.Id && t.Kind == RecommendationKind.Recommendation)).OrderByDescending(r => r.Session).FirstOrDefaultAsync(cancel);
        return new MatrixChoices(state, lists, last?.Session, last is null ? 0 : await db.Texts.CountAsync(t => t.ReviewId == last.Id && t.Kind == RecommendationKind.Recommendation, cancel));
    }

    /// <summary>Reads a list from a Word file that somebody brought. Nothing of the file is kept but the list.</summary>
    /// <exception cref="SourceException">It is no Word file, or holds no list.</exception>
    public static FoundList Read(byte[] file, string name, string language, ReferenceData reference, CancellationToken cancel, ScaleWording? words = null)
    {
        if (file.Length is 0 or > MaxBytes)
        {
            throw new SourceException(file.Length == 0 ? "The file is empty. Choose OHCHR's thematic list, the Word version." : $"The file has more than {MaxBytes / 1024 / 1024} MB. OHCHR's lists are far smaller: choose the Word file of the list alone.");
        }

        using var content = new MemoryStream(file);
        if (FileRecogniser.Recognise(content, file.Length) is { Form: not FileForm.WordDocument } other)
        {
            throw new SourceException($"This is {other.Description}. Choose the Word version (.docx) of the list.");
        }

        var text = UnseenLetters.RemoveFrom(DocxReader.Read(content, file.Length, cancel));
        var isLandscape = DocxGuard.Run(content, file.Length, DocxGuard.LongestRead, PageShape.IsLandscape, cancel);
        var list = ListLayout.Read(text, language, isLandscape, words);
        var (state, session) = Identify(text, reference, name);
        return new FoundList(list, state, session);
    }

    /// <exception cref="SourceException">The stored paper is no list that can be read in its layout.</exception>
    public static async Task<FoundList?> ReadPaperAsync(Store store, long documentId, string language, CancellationToken cancel)
    {
        await using var db = store.Open();
        var kind = PaperIdentity.NameOf(PaperKind.ThematicList);
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.Kind == kind, cancel) is not { } document
            || await db.DocumentContents.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == documentId, cancel) is not { } content)
        {
            return null;
        }

        using var original = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream(content.Brotli), CompressionMode.Decompress))
        {
            await brotli.CopyToAsync(original, cancel);
        }

        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == document.ReviewId, cancel);
        return Read(original.ToArray(), document.FileName, language, store.Reference, cancel) with { State = review?.Sur, Session = review?.Session };
    }

    private static (string? State, int? Session) Identify(PaperText text, ReferenceData reference, string name)
    {
        try
        {
            var identity = PaperRecogniser.Recognise(text, reference, name);
            return (identity.Sur, identity.Session);
        }
        catch (SourceException)
        {
            return (null, null);
        }
    }
}

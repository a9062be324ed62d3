using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>A paper that was read and waits for its turn to be stored. The file itself is closed again.</summary>
/// <param name="Brotli">The original, compressed.</param>
/// <param name="Reading">Null where the store has the paper already: it is not read again.</param>
internal sealed record PreparedPaper(string FileName, long Size, string Sha256, byte[]? Brotli, PaperReading? Reading)
{
    public static bool IsPaper(FileForm form) => form is FileForm.Pdf or FileForm.WordDocument or FileForm.OldWordDocument;

    /// <exception cref="SourceException">The file cannot be read, or is no paper of a review.</exception>
    public static async Task<PreparedPaper> ReadAsync(Store store, SourceFile file, FileForm form, Action<string, long, long> report, CancellationToken cancel)
    {
        var receipt = Receipt.For(file, keep: true, _ => false, done => report("receiving", done, file.Length), cancel, isPaper: true);
        await using (var db = store.Open())
        {
            if (await db.Documents.AnyAsync(d => d.Sha256 == receipt.Sha256, cancel))
            {
                return new PreparedPaper(file.Name, file.Length, receipt.Sha256, null, null);
            }
        }

        report("reading", 0, 1);
        var reading = PaperReader.Read(file, form, store.Reference, cancel);
        file.MustBeUnchanged();
        report("reading", 1, 1);
        return new PreparedPaper(file.Name, file.Length, receipt.Sha256, receipt.Brotli, reading);
    }
}

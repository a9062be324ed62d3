using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>Reads one claimed upload into the store, as the command line would read the same file.</summary>
public sealed class UploadReader(Store store, TimeProvider time)
{
    private readonly Importer _importer = new(store, time);

    /// <summary>Imports the file and returns what became of it. A file that cannot be used is a report with a refusal, not an exception.</summary>
    /// <exception cref="StoreException">The database failed; the file can be read again.</exception>
    public async Task<(UploadReport Report, long? DocumentId)> ReadAsync(Upload upload, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        // The importer reads files: it must be able to read one twice and to see that nobody changed it meanwhile.
        var folder = Directory.CreateTempSubdirectory("openupr-upload-");
        try
        {
            var path = Path.Combine(folder.FullName, FileNameOf(upload));
            await File.WriteAllBytesAsync(path, upload.Content!, cancel);
            var report = await _importer.ImportAsync(path, new ImportOptions(), progress, cancel);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Content!));
            return await DescribeAsync(report, sha256, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(UploadReport Report, long? DocumentId)> DescribeAsync(ImportReport report, string sha256, CancellationToken cancel)
    {
        await using var db = store.Open();
        var document = report.Refusal is null ? await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == sha256, cancel) : null;
        var review = document?.ReviewId is { } id ? await db.Reviews.AsNoTracking().SingleAsync(r => r.Id == id, cancel) : null;
        var (passages, doubts) = document is null ? (0, 0) : (
            await db.Passages.CountAsync(p => p.DocumentId == document.Id, cancel),
            await db.Doubts.CountAsync(d => d.DocumentId == document.Id && d.GoneAt == null, cancel));
        return (new UploadReport(
            document?.Kind ?? report.Kind, report.Refusal, document?.Symbol, document?.Language, review?.Sur, review?.Session, [],
            report.RowsRead, report.Recommendations, report.Pledges, report.Known, passages, doubts, [.. report.Findings.Take(UploadReport.MaxFindings)]), document?.Id);
    }

    // The stored document bears the name under which the file was given; only what a file system refuses is left out.
    private static string FileNameOf(Upload upload)
    {
        var name = string.Concat(upload.FileName.Split(Path.GetInvalidFileNameChars())).Trim('.', ' ');
        return name.Length == 0 ? "upload" : name;
    }
}

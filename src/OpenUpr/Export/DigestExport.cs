using System.IO.Compression;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp.Digests;

namespace OpenUpr.Export;

/// <summary>Digests as files: a Word file of one or two pages, a workbook, or many Word files in one archive. Nothing of who wrote what gets in.</summary>
public static class DigestExport
{
    private static readonly int[] s_widths = [42, 19, 33, 42];

    // The least that an archive can say.
    private static readonly DateTimeOffset s_noDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Docx(DigestPaper paper) => DocxWriter.DigestPage(paper, s_widths);

    public static Task XlsxAsync(Stream output, DigestPaper paper, DateTimeOffset at, CancellationToken cancel) => OutcomeExport.XlsxAsync(
        output,
        new OutcomeTable(SheetName(paper.Title), [], paper.Head, [70, 18, 50, 70], [.. paper.Lines.Select(l => (IReadOnlyList<string>)[l.Recommendation, l.Answer, string.Join('\n', l.Standing), string.Join('\n', l.Planned)])]),
        at, cancel);

    /// <summary>One Word file for each reader.</summary>
    /// <param name="papers">With the names of the files, without their ending; equal ones are numbered.</param>
    public static async Task ZipAsync(Stream output, IEnumerable<(string Name, DigestPaper Paper)> papers, CancellationToken cancel)
    {
        // An archive is written with short synchronous writes, which a response does not take.
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var known = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, paper) in papers)
            {
                var file = FileName(name);
                known[file] = known.GetValueOrDefault(file) + 1;
                var entry = zip.CreateEntry(known[file] == 1 ? file + ".docx" : FormattableString.Invariant($"{file}-{known[file]}.docx"));
                entry.LastWriteTime = s_noDay;
                await using var written = await entry.OpenAsync(cancel);
                await written.WriteAsync(Docx(paper), cancel);
            }
        }

        bytes.Position = 0;
        await bytes.CopyToAsync(output, cancel);
    }

    /// <summary>Letters and digits of any script, the rest as hyphens; at most 60.</summary>
    public static string FileName(string name)
    {
        var file = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '-')).Trim('-');
        while (file.Contains("--", StringComparison.Ordinal))
        {
            file = file.Replace("--", "-", StringComparison.Ordinal);
        }

        return file.Length switch { 0 => "digest", > 60 => file[..60].TrimEnd('-'), _ => file };
    }

    /// <summary>Excel takes none of these in the name of a sheet.</summary>
    private static string SheetName(string title) => string.Concat(title.Where(c => !":\\/?*[]".Contains(c, StringComparison.Ordinal)));
}

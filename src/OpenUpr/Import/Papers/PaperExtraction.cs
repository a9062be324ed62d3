using System.Runtime.CompilerServices;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>A file that was read without a store.</summary>
/// <param name="File">The file's own name.</param>
/// <param name="Reading">Null where the file was refused.</param>
/// <param name="Refusal">Null where it was read.</param>
public sealed record ExtractedPaper(string File, PaperReading? Reading, string? Refusal);

/// <summary>Reads papers without keeping anything: on every processor, handed out in the order of the files.</summary>
public static class PaperExtraction
{
    public static async IAsyncEnumerable<ExtractedPaper> ReadAsync(IReadOnlyList<string> paths, ReferenceData reference, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var ahead = new ReadAhead<ExtractedPaper>(paths, (path, stop) => Task.FromResult(Read(path, reference, stop)), cancel);
        foreach (var _ in paths)
        {
            yield return await ahead.NextAsync();
        }
    }

    private static ExtractedPaper Read(string path, ReferenceData reference, CancellationToken cancel)
    {
        var name = SourceFile.NameOf(path);
        try
        {
            using var file = SourceFile.Open(path);
            var recognised = FileRecogniser.Recognise(file);
            return PreparedPaper.IsPaper(recognised.Form)
                ? new ExtractedPaper(name, PaperReader.Read(file, recognised.Form, reference, cancel), null)
                : throw new SourceException($"This is {recognised.Description}, no paper. Papers are read from .pdf, .docx and .doc; tables are read by import.");
        }
        catch (SourceException e)
        {
            return new ExtractedPaper(name, null, e.Message);
        }
    }
}

using System.Collections.Concurrent;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers;

/// <summary>The real papers, where a machine has them: OPENUPR_CORPUS names the folder that holds reports/ and slovenia/.</summary>
internal static class PaperCorpus
{
    private static readonly ReferenceData s_reference = ReferenceData.Load(World.UnitedNations);
    private static readonly ConcurrentDictionary<string, Lazy<PaperReading>> s_readings = [];

    public static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds reports/ and slovenia/.");
            return folder!;
        }
    }

    /// <summary>The reading of a paper of the corpus. Each is read once in a run: the same hundred reports are looked at from several sides.</summary>
    public static PaperReading Read(string path) => s_readings.GetOrAdd(Path.GetFullPath(Path.Combine(Folder, path)), p => new Lazy<PaperReading>(() => ReadNow(p))).Value;

    private static PaperReading ReadNow(string path)
    {
        using var file = SourceFile.Open(path);
        return PaperReader.Read(file, FileRecogniser.Recognise(file).Form, s_reference, CancellationToken.None);
    }
}

using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers;

/// <summary>The real papers, where a machine has them: OPENUPR_CORPUS names the folder that holds reports/ and slovenia/.</summary>
internal static class PaperCorpus
{
    private static readonly ReferenceData s_reference = ReferenceData.Load(World.UnitedNations);

    public static string Folder
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds reports/ and slovenia/.");
            return folder!;
        }
    }

    public static PaperReading Read(string path)
    {
        using var file = SourceFile.Open(Path.Combine(Folder, path));
        return PaperReader.Read(file, FileRecogniser.Recognise(file).Form, s_reference, TestContext.Current.CancellationToken);
    }
}

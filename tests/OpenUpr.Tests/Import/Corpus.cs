using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>The real files, where a machine has them. Their publisher's terms keep them out of the repository.</summary>
internal static class Corpus
{
    /// <summary>The path of one file of UPR Info's export; the test is skipped, visibly, where there is none.</summary>
    public static string File(string name)
    {
        var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds upr-info/.");
        return Path.Combine(folder!, "upr-info", name);
    }
}

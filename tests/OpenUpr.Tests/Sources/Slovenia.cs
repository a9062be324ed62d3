namespace OpenUpr.Tests.Sources;

/// <summary>The real papers of one State's reviews, which are not part of the repository.</summary>
internal static class Slovenia
{
    /// <summary>The path of a paper; the test is skipped, visibly, where there is none.</summary>
    public static string File(string name)
    {
        var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds slovenia/.");
        return Path.Combine(folder!, "slovenia", name);
    }
}

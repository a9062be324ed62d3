using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.Tests.Taxonomy.Smart;

internal static class SmartHelp
{
    public static IEnumerable<string> Words(string text, SmartFinding finding) => finding.Places.Select(p => text[p.Start..p.End]);

    /// <summary>What is proposed instead under a code, one line each; empty where nothing is or the code was not found.</summary>
    public static string Instead(string text, string code) =>
        string.Join(" / ", SmartReview.Of(text).Findings.Where(f => f.Code == code).SelectMany(f => f.Rewritten));

    public static IEnumerable<string> Codes(string text, SmartCriterion criterion) => SmartReview.Of(text, 2026).Findings.Where(f => f.Criterion == criterion).Select(f => f.Code);
}

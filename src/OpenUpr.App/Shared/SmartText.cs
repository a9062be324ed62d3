using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Shared;

/// <summary>What the SMART rules found, in sentences: the same on pages and on the command line. Every code has one (a test holds it).</summary>
internal static class SmartText
{
    public static string Criterion(SmartCriterion criterion) => criterion switch
    {
        SmartCriterion.Specific => SmartWords.Criterion_Specific,
        SmartCriterion.Measurable => SmartWords.Criterion_Measurable,
        SmartCriterion.Achievable => SmartWords.Criterion_Achievable,
        SmartCriterion.Relevant => SmartWords.Criterion_Relevant,
        _ => SmartWords.Criterion_TimeBound,
    };

    public static string Problem(SmartProblem problem) => problem switch
    {
        SmartProblem.Empty => SmartWords.Problem_Empty,
        SmartProblem.TooLong => SmartWords.Problem_TooLong,
        _ => SmartWords.Problem_NotEnglish,
    };

    /// <summary>What was found.</summary>
    public static string Say(SmartFinding finding) => Fill("Say", finding) ?? finding.Code;

    /// <summary>What the writer can do about it; null where there is nothing to do, or where <see cref="Say"/> is the question.</summary>
    public static string? Suggest(SmartFinding finding) => Fill("Do", finding);

    /// <summary>The action category that the verbs point to, or the question which one is meant.</summary>
    public static string Category(ActionHint hint) => hint.Categories is [var only]
        ? Numbers.Fill(SmartWords.Table_Category_One, only, Taxonomy.ActionCategory.All[only - 1].Name)
        : Numbers.Fill(SmartWords.Table_Category_Ask, string.Join(", ", hint.Categories));

    private static string? Fill(string kind, SmartFinding finding) =>
        SmartWords.ResourceManager.GetString($"{kind}_{finding.Code.Replace('-', '_')}", CultureInfo.CurrentUICulture) is { } sentence
            ? Numbers.Fill(sentence, finding.Detail)
            : null;
}

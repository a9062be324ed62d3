using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Wording;

/// <summary>The criteria and verdicts as the page shows them; the findings are put in words by SmartText.</summary>
internal static class SmartLabels
{
    public static string About(SmartCriterion criterion) => criterion switch
    {
        SmartCriterion.Specific => WordingWords.Criterion_Specific,
        SmartCriterion.Measurable => WordingWords.Criterion_Measurable,
        SmartCriterion.Achievable => WordingWords.Criterion_Achievable,
        SmartCriterion.Relevant => WordingWords.Criterion_Relevant,
        _ => WordingWords.Criterion_TimeBound,
    };

    public static string Word(SmartVerdict verdict) => verdict switch
    {
        SmartVerdict.Pass => WordingWords.Verdict_Pass,
        SmartVerdict.Doubtful => WordingWords.Verdict_Doubtful,
        SmartVerdict.Fail => WordingWords.Verdict_Fail,
        _ => WordingWords.Verdict_Ask,
    };

    /// <summary>A verdict as shape, colour and word; the style sheet draws the shape.</summary>
    public static IHtmlContent Verdict(SmartVerdict verdict) =>
        new HtmlContentBuilder().AppendHtml("<span class=\"ver ").Append(verdict.ToString().ToLowerInvariant()).AppendHtml("\">").Append(Word(verdict)).AppendHtml("</span>");

    /// <summary>What would move the ask up the scale, by the codebook's verbs (UPR Info, "Action category", October 2014).</summary>
    public static string Raise(int category) => category switch
    {
        1 => WordingWords.Raise_1,
        2 => WordingWords.Raise_2,
        3 => WordingWords.Raise_3,
        4 => WordingWords.Raise_4,
        _ => WordingWords.Raise_5,
    };
}

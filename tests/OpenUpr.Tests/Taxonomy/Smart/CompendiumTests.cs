using OpenUpr.Taxonomy.Smart;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Smart;

/// <summary>The examples of UPR Info's Civil Society Compendium (2017), "SMART recommendations": what it says to do is not failed, what it says to avoid is, under the criterion where it stands.</summary>
public sealed class CompendiumTests
{
    [Theory]
    [InlineData(SmartCriterion.Specific, "Establish a system of data collection which would allow a stock-taking of the situation of immigrant problems in areas such as employment and access to public office")]
    [InlineData(SmartCriterion.Specific, "Conduct an awareness-raising campaign to ban violence against women")]
    [InlineData(SmartCriterion.Measurable, "Raise the age of criminal responsibility for juvenile offenders to at least 12 years, in line with the CRC's general comment")]
    [InlineData(SmartCriterion.Measurable, "Establish a national human rights institution in accordance with the Paris Principles")]
    [InlineData(SmartCriterion.Measurable, "Ratify the Rome Statute of the International Criminal Court")]
    [InlineData(SmartCriterion.TimeBound, "Submit to human rights treaty bodies those reports which are overdue within one year")]
    public void An_example_to_do_passes(SmartCriterion criterion, string text) => Assert.Equal(SmartVerdict.Pass, SmartReview.Of(text).VerdictOf(criterion));

    /// <summary>No machine knows means or a country: these two criteria ask, and point to what helps.</summary>
    [Theory]
    [InlineData(SmartCriterion.Achievable, "names-means", "budget allocations", "Increase the annual budget allocations for health section in order to provide for quality healthcare as well as adequate education, training and salaries for medical and paramedical staff")]
    [InlineData(SmartCriterion.Relevant, "names-fact", "Programme", "Fully implement the Decade of Roma Inclusion 2005-2015 Programme to address all forms of discrimination against the Roma people and to improve the conditions of Roma settlements")]
    [InlineData(SmartCriterion.Relevant, "names-fact", "draft law", "Promulgate draft law 2817, approved by the Philippine Senate in July 2011, which defines and sanctions enforced disappearances")]
    public void An_example_to_do_is_asked_about_where_no_machine_can_know(SmartCriterion criterion, string code, string words, string text)
    {
        var review = SmartReview.Of(text);
        Assert.Equal(SmartVerdict.Ask, review.VerdictOf(criterion));
        Assert.Contains(words, SmartHelp.Words(text, review.Findings.Single(f => f.Code == code)));
    }

    [Theory]
    [InlineData(SmartCriterion.Specific, "unnamed-instruments", "core international human rights instruments", "Ratify outstanding core international human rights instruments [...].")]
    [InlineData(SmartCriterion.Specific, "bundled-instruments", "CAT|OP-CAT|ICCPR", "Ratify or accede to CAT, OP-CAT, ICCPR, and lift its broad reservations to CEDAW and CRC")]
    [InlineData(SmartCriterion.Measurable, "vague-measures", "all appropriate measures", "Take all appropriate measures to address violence against indigenous women")]
    [InlineData(SmartCriterion.Measurable, "sign-and-ratify", "Sign|ratify", "Sign and ratify CRPD and OP-CEDAW")]
    [InlineData(SmartCriterion.Relevant, "sovereign-right", "sovereign right", "Continue to exercise its sovereign right of implementing its laws and legislation, including on the death penalty, in conformity with the universally agreed human rights standards and norms")]
    [InlineData(SmartCriterion.TimeBound, "vague-time", "when possible|gradually", "Consider, when possible, to gradually increase financial resources allocated to the budget of the Afghanistan Independent Human Rights Commission")]
    public void An_example_to_avoid_fails_by_its_words(SmartCriterion criterion, string code, string words, string text)
    {
        var review = SmartReview.Of(text);
        Assert.Equal(SmartVerdict.Fail, review.VerdictOf(criterion));
        Assert.Equal(words, string.Join('|', SmartHelp.Words(text, review.Findings.First(f => f.Code == code))));
    }

    [Fact]
    public void Where_it_fails_on_relevance_the_writer_is_still_asked() =>
        Assert.Contains(SmartReview.Of("Continue to exercise its sovereign right of implementing its laws").Findings, f => f is { Code: "ask-fact", Verdict: SmartVerdict.Ask });
}

using OpenUpr.Taxonomy.Smart;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Smart;

public sealed class SmartReviewTests
{
    [Theory]
    [InlineData("Abolish the death penalty", "one-action")]
    [InlineData("The Government should repeal section 12 of the Press Act", "one-action")]
    [InlineData("Please ratify CED", "one-action")]
    [InlineData("In the framework of its prison reform, adopt a law on detention", "one-action")]
    [InlineData("Strengthen the protection of journalists", "general-verb")]
    [InlineData("Protect journalists by adopting a law on their safety", "one-action")]
    [InlineData("Consider abolishing the death penalty", "weak-verb")]
    [InlineData("Share its good practices with others", "weak-verb")]
    [InlineData("Accede to the relevant treaties", "unnamed-instruments")]
    [InlineData("Withdraw its reservations to CEDAW and CRC", "bundled-instruments")]
    [InlineData("Implement CEDAW and CRC", "bundled-instruments")]
    [InlineData("Adopt a law on asylum in line with international human rights standards", "unnamed-standards")]
    [InlineData("Adopt a law in line with article 7 of the ICCPR and international standards", "one-action")]
    [InlineData("Build schools, train teachers and abolish school fees", "several-actions")]
    [InlineData("Establish a commission to prevent and punish torture", "one-action")]
    [InlineData("Improve the human rights situation", "vague-object")]
    [InlineData("A better world for all of us", "no-verb")]
    public void Specific_looks_for_one_defined_action(string text, string code) => Assert.Contains(code, SmartHelp.Codes(text, SmartCriterion.Specific));

    [Theory]
    [InlineData("Ratify CED", "answerable")]
    [InlineData("Adopt and enforce a law against hate speech", "double-verb")]
    [InlineData("Continue and expand its school meals", "continue-and")]
    [InlineData("Consider signing and ratifying CED", "sign-and-ratify")]
    [InlineData("Take the necessary steps to end child labour", "vague-measures")]
    [InlineData("Take further measures for rural women", "open-measures")]
    [InlineData("Redouble its efforts against corruption", "efforts")]
    [InlineData("Continue its programme on housing", "continues")]
    [InlineData("Study the possibility of abolishing the death penalty", "only-considers")]
    [InlineData("Ensure freedom of the press", "result-only")]
    [InlineData("Reduce maternal mortality", "no-baseline")]
    [InlineData("Reduce maternal mortality to 70 per 100,000 births", "answerable")]
    [InlineData("Ensure freedom of the press by repealing the Sedition Act", "answerable")]
    [InlineData("Accede to and ratify CED", "answerable")]
    [InlineData("Repeal or amend the Sedition Act", "answerable")]
    public void Measurable_looks_for_a_yes_or_no(string text, string code) => Assert.Contains(code, SmartHelp.Codes(text, SmartCriterion.Measurable));

    [Theory]
    [InlineData("Abolish the death penalty by 2030", "dated")]
    [InlineData("Adopt the law before the end of 2028", "dated")]
    [InlineData("Publish the report within six months", "dated")]
    [InlineData("Train 500 judges in the next two years", "dated")]
    [InlineData("Ratify CED by its next review", "dated")]
    [InlineData("Ratify CED before the next universal periodic review", "dated")]
    [InlineData("Publish figures on trafficking every year", "dated")]
    [InlineData("Abolish the death penalty by 2015", "date-passed")]
    [InlineData("Adopt the bill approved in 2011", "no-time")]
    [InlineData("Raise the age of marriage to 18 years", "no-time")]
    [InlineData("Ratify CED as soon as possible", "vague-time")]
    [InlineData("Progressively abolish school fees", "vague-time")]
    [InlineData("Gradually abolish school fees by 2030", "vague-time")]
    [InlineData("Immediately release all persons held for their opinions", "urgent-without-date")]
    [InlineData("Adopt a law with a clear timetable", "timetable-asked")]
    public void Time_looks_for_a_date(string text, string code) => Assert.Contains(code, SmartHelp.Codes(text, SmartCriterion.TimeBound));

    [Theory]
    [InlineData("Ratify CED if possible", SmartCriterion.Achievable, "limits-by-will")]
    [InlineData("Eradicate poverty by building roads", SmartCriterion.Achievable, "large-aim")]
    [InlineData("Allocate funds to shelters", SmartCriterion.Achievable, "names-means")]
    [InlineData("Guarantee free speech subject to national law", SmartCriterion.Relevant, "own-yardstick")]
    [InlineData("Implement the recommendations of CEDAW on shelters", SmartCriterion.Relevant, "cites-source")]
    [InlineData("Build shelters", SmartCriterion.Relevant, "no-source")]
    public void What_the_machine_cannot_know_is_asked_with_what_helps(string text, SmartCriterion criterion, string code) => Assert.Contains(code, SmartHelp.Codes(text, criterion));

    [Theory]
    [InlineData("Ratify CED")]
    [InlineData("Allocate 2 per cent of the 2027 budget to shelters under the Families Act by 2028")]
    [InlineData("Eliminate everything")]
    public void Achievable_and_relevant_never_pass(string text)
    {
        var review = SmartReview.Of(text);
        Assert.NotEqual(SmartVerdict.Pass, review.VerdictOf(SmartCriterion.Achievable));
        Assert.NotEqual(SmartVerdict.Pass, review.VerdictOf(SmartCriterion.Relevant));
    }

    [Theory]
    [InlineData("Continue and strengthen its work", "4")]
    [InlineData("Consider ratifying CED", "3")]
    [InlineData("Improve women's rights by amending the family code", "5")]
    [InlineData("Call on others to help", "1")]
    [InlineData("Continue the programme; abolish the death penalty", "2 5")]
    public void The_verbs_suggest_a_category_and_ask_where_they_differ(string text, string categories) =>
        Assert.Equal(categories, string.Join(' ', SmartReview.Of(text).Action!.Categories));
}

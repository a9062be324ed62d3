using Xunit;

namespace OpenUpr.Tests.Taxonomy.Smart;

public sealed class RewritingTests
{
    [Theory]
    [InlineData("Sign and ratify CRPD and OP-CEDAW", "Ratify CRPD / Ratify OP-CEDAW")]
    [InlineData("Ratify CAT, CED and the Rome Statute without reservations", "Ratify CAT without reservations / Ratify CED without reservations / Ratify the Rome Statute without reservations")]
    [InlineData("Consider ratifying ICESCR and CED by 2030", "Consider ratifying ICESCR by 2030 / Consider ratifying CED by 2030")]
    [InlineData("Ratify the remaining core human rights treaties, such as CAT and CED", "Ratify CAT / Ratify CED")]
    [InlineData("Ratify the CRPD and its Optional Protocol", "Ratify the CRPD / Ratify the Optional Protocol to the Convention on the Rights of Persons with Disabilities")]
    [InlineData("Ratify ILO Conventions 169 and 189", "Ratify ILO Convention 169 / Ratify ILO Convention No. 189")]
    [InlineData("Ratify the Convention against Torture (CAT) and its Optional Protocol (OP-CAT)", "Ratify the Convention against Torture (CAT) / Ratify the Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment")]
    [InlineData("Ratify the following instruments: CAT and CED", "Ratify CAT / Ratify CED")]
    public void Instruments_are_taken_apart(string text, string instead) => Assert.Equal(instead, SmartHelp.Instead(text, "bundled-instruments"));

    [Theory]
    [InlineData("Adopt and implement a law on hate speech by 2028", "double-verb", "Adopt a law on hate speech by 2028 / Implement a law on hate speech by 2028")]
    [InlineData("Sign and ratify CED.", "sign-and-ratify", "Ratify CED")]
    [InlineData("Consider signing and ratifying CED", "sign-and-ratify", "Consider ratifying CED")]
    [InlineData("Maintain and strengthen its shelters", "continue-and", "Strengthen its shelters")]
    [InlineData("Abolish the death penalty and ratify ICCPR-OP2", "several-actions", "Abolish the death penalty / Ratify ICCPR-OP2")]
    [InlineData("Adopt a law; train judges; and publish the verdicts.", "several-actions", "Adopt a law / Train judges / Publish the verdicts")]
    [InlineData("Ratify CED as soon as possible.", "vague-time", "Ratify CED by the next review")]
    [InlineData("Progressively abolish school fees", "vague-time", "")]
    [InlineData("Abolish school fees", "no-time", "By the next review, abolish school fees")]
    public void Proposals_keep_the_writers_words(string text, string code, string instead) => Assert.Equal(instead, SmartHelp.Instead(text, code));

    [Theory]
    [InlineData("Sign and ratify CED", "ratified CED")]
    [InlineData("Set up a commission on prisons", "set up a commission on prisons")]
    [InlineData("Fully withdraw its reservation to CEDAW", "withdrawn its reservation to CEDAW")]
    public void An_indicator_asks_whether_it_was_done(string text, string done) =>
        Assert.Equal(done, OpenUpr.Taxonomy.Smart.SmartReview.Of(text).Findings.Single(f => f.Code == "indicator").Detail);

    [Theory]
    [InlineData("Ensure freedom of the press")]
    [InlineData("Adopt a law and train the judges")]
    public void A_result_and_several_actions_have_no_indicator(string text) =>
        Assert.DoesNotContain(OpenUpr.Taxonomy.Smart.SmartReview.Of(text).Findings, f => f.Code == "indicator");
}

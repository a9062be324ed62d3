using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export.Docx;
using OpenUpr.Planning.Targets;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Targets;

/// <summary>A briefing as a Word file.</summary>
internal static class BriefingFile
{
    /// <param name="site">Where the site stands, for links to the rows behind the numbers.</param>
    /// <param name="reasons">Why the State stands where it stands in the list.</param>
    public static byte[] Write(TargetBriefing briefing, Labels labels, IReadOnlyList<TargetSentence> reasons, World world, string site)
    {
        var say = new BriefingWords(labels, briefing);
        using var docx = new DocxWriter("en-GB");
        docx.Title(say.Title);
        if (world == World.Demo)
        {
            docx.Small(Words.Demo_Banner);
        }

        docx.Paragraph(Numbers.Fill(TargetWords.Briefing_Lead, say.Issues));
        docx.Heading(1, TargetWords.Asks_Title);
        foreach (var ask in say.Asks)
        {
            docx.Bullet(ask.Runs(site));
        }

        docx.Heading(1, Numbers.Fill(TargetWords.Said_Title, say.Rs, say.Sur));
        if (briefing.Earlier.Count == 0)
        {
            docx.Paragraph(Numbers.Fill(TargetWords.Said_Nothing, say.Rs, say.Sur));
        }

        foreach (var row in briefing.Earlier)
        {
            docx.Quote(new DocxRun(row.Text, Address: $"{site}/recommendations/{row.Id}"));
            docx.Small(say.About(row));
        }

        if (briefing.Earlier.Count > 0)
        {
            docx.Small(TargetWords.Said_NotKnown);
        }

        Rest(docx, briefing, labels, say, reasons, site);
        docx.Small(TargetWords.Basis);
        return docx.Finish();
    }

    private static void Rest(DocxWriter docx, TargetBriefing briefing, Labels labels, BriefingWords say, IReadOnlyList<TargetSentence> reasons, string site)
    {
        if (briefing.Target is { } target)
        {
            docx.Heading(1, Numbers.Fill(TargetWords.Why_Title, say.Rs, target.Rank));
            foreach (var why in reasons)
            {
                docx.Bullet(why.Runs(site));
            }
        }

        if (briefing.Elsewhere.Count > 0)
        {
            docx.Heading(1, Numbers.Fill(TargetWords.Elsewhere_Title, say.Rs));
            foreach (var row in briefing.Elsewhere)
            {
                docx.Quote(new DocxRun(row.Text, Address: $"{site}/recommendations/{row.Id}"));
                docx.Small(Numbers.Fill(TargetWords.Elsewhere_About, labels.State(row.Sur), row.Session));
            }
        }

        if (briefing.Topics.Count > 0)
        {
            docx.Heading(1, Numbers.Fill(TargetWords.Topics_Of, say.Rs, say.Sur));
            docx.Table(
                [Words.Field_Issue, Numbers.Fill(TargetWords.Topics_Same, say.Sur), TargetWords.Topics_Recent, TargetWords.Topics_All],
                briefing.Topics.Select(t => (IReadOnlyList<DocxRun>)[Labels.Issue(t.Issue), Numbers.Count(t.ToSame), Numbers.Count(t.Recent), Numbers.Count(t.All)]), [5, 2, 2, 3]);
        }

        if (briefing.TroikaSessions.Count > 0)
        {
            docx.Paragraph(Numbers.Fill(TargetWords.Troika_Was, say.Rs, string.Join(", ", briefing.TroikaSessions)));
        }
    }
}

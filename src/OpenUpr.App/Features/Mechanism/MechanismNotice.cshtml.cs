using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Mechanism;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>What a body is late with, as a text to copy into a letter or a mail, and as a Word file.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/mechanism/notice")]
public sealed class MechanismNoticeModel(Rooms rooms) : MechanismPage(rooms)
{
    public BodyLine? Line { get; private set; }

    public IReadOnlyList<string> Paragraphs => NoticeText.Of(Line!, Mechanism, Name, Today);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, string? body, CancellationToken cancel)
    {
        if (!await LoadMechanismAsync(id, cancel))
        {
            return NotFound();
        }

        Line = Mechanism.Bodies.FirstOrDefault(b => b.Name == body);
        return Page();
    }
}

/// <summary>The words of a notice: named fields of actions alone, no note, no evidence and no person's name.</summary>
internal static class NoticeText
{
    /// <param name="review">"Arvenia, session 38".</param>
    public static IReadOnlyList<string> Of(BodyLine body, MechanismView view, string review, DateOnly today)
    {
        var (late, missing) = (body.Actions.Where(a => a.IsLate).ToList(), body.Actions.Where(a => a.IsReportMissing).ToList());
        List<string> text = [string.Create(CultureInfo.CurrentCulture, $"{body.Name}{(body.Body?.FocalPoint is { } focal ? ", " + focal : "")}"), Numbers.Fill(MechanismWords.Notice_About, review, Dates.Day(today))];
        if (late.Count > 0)
        {
            text.Add(Numbers.Fill(MechanismWords.Notice_Late, late.Count));
            text.AddRange(late.Select(a => Numbers.Fill(MechanismWords.Notice_LateLine, a.Row.Code, a.Row.Entry.Text, Dates.Day(a.Row.Entry.To!.Value), string.Join(", ", a.Row.Rows.Select(Features.Actions.ActionsPage.NameOf)))));
        }

        if (missing.Count > 0)
        {
            text.Add(view.Days?.Last is { } last ? Numbers.Fill(MechanismWords.Notice_Missing, missing.Count, Dates.Day(last)) : Numbers.Fill(MechanismWords.Notice_MissingPromised, missing.Count));
            text.AddRange(missing.Select(a => $"{a.Row.Code}: {a.Row.Entry.Text}"));
        }

        text.Add(MechanismWords.Notice_Ask);
        return text;
    }
}

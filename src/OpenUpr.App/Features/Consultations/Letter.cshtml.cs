using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Outreach;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Docx;
using OpenUpr.Planning.Outreach;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Consultations;

/// <summary>The letter that asks the State for a national consultation, citing resolution 5/1 (requirement E1).</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/letter")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/consultation/letter", Method = "POST")]
public sealed class LetterModel(Rooms rooms, Labels labels) : CoalitionForm(rooms)
{
    /// <summary>Characters of a letter.</summary>
    private const int MaxLetter = 100_000;

    public LetterDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (coalition, _) = await Profiles.ReadAsync(Store, Access, cancel);
        await using var db = OpenDb();
        var sender = await db.Members.Where(m => m.Id == Access.MemberId).Select(m => m.Name).SingleOrDefaultAsync(cancel);
        var organisations = await db.Organisations.CountAsync(o => o.LeftOn == null, cancel);
        var next = Store.Reference.ReviewSlots.Where(s => s.Iso3 == coalition.Country).Select(s => Store.Reference.FindSession(s.Session)).OfType<Session>().Where(s => s.Start >= Rooms.Today).MinBy(s => s.Number);
        var facts = new Dictionary<string, string?>
        {
            ["coalition"] = Access.Name, ["country"] = coalition.Country is { } country ? labels.State(country) : "…", ["organisations"] = Numbers.Count(organisations), ["sender"] = sender,
            ["next"] = next is null ? null : Numbers.Count(next.Number), ["when"] = next is null ? null : Dates.Months(next.Start, next.End),
        };
        Draft = new LetterDraft(Letters.Fill(ConsultationWords.Letter_Subject, facts), Letters.Fill(ConsultationWords.Letter_Body, facts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var letter = (Text("letter") ?? "").ReplaceLineEndings("\n");
        letter = letter[..Math.Min(letter.Length, MaxLetter)];
        return Act switch
        {
            "docx" => File(LetterFile.Write(Draft with { Body = letter }), DocxWriter.MediaType, "consultation.docx"),
            "text" => File(Encoding.UTF8.GetBytes($"{Draft.Subject}\n\n{letter}\n"), "text/plain; charset=utf-8", "consultation.txt"),
            _ => NotFound(),
        };
    }
}

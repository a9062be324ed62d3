using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Docx;
using OpenUpr.Planning;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>A letter to one contact, filled in with what the store knows; people change, download and send it themselves.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/1/letter")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/1/letter", Method = "POST")]
public sealed class LetterModel(Rooms rooms, Labels labels) : CoalitionForm(rooms)
{
    /// <summary>Days from a letter to the meeting that it asks for.</summary>
    private const int DaysToMeeting = 14;

    /// <summary>Characters of a letter.</summary>
    private const int MaxLetter = 100_000;

    public LetterFacts Facts { get; private set; } = null!;

    public string Kind { get; private set; } = Letters.Introduction;

    public LetterDraft Draft { get; private set; } = null!;

    public IReadOnlyCollection<long> Taken { get; private set; } = [];

    /// <summary>A quiet time when a meeting could be; null where none is.</summary>
    public QuietAdvice? Quiet { get; private set; }

    public string LanguageName => Founding.Languages.Contains(Facts.To.Contact.Language) ? CultureInfo.GetCultureInfo(Facts.To.Contact.Language!).EnglishName : Facts.To.Contact.Language ?? "";

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, string? kind, [FromQuery] long[] taken, CancellationToken cancel)
    {
        if (await Letters.FactsAsync(Rooms, Access, id, cancel) is not { } facts)
        {
            return NotFound();
        }

        (Facts, Taken, Kind) = (facts, taken ?? [], kind is not null && Letters.Kinds.Contains(kind) ? kind : Letters.Introduction);
        Draft = LetterText.Write(Kind, facts, Taken, labels);
        var meeting = Rooms.Today.AddDays(DaysToMeeting);
        Quiet = await QuietPeriods.AdviseAsync(Store, Access, meeting, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, Text("kind"), [], cancel) is NotFoundResult)
        {
            return NotFound();
        }

        var letter = (Text("letter") ?? "").ReplaceLineEndings("\n");
        letter = letter[..Math.Min(letter.Length, MaxLetter)];
        switch (Act)
        {
            case "docx":
                return File(LetterFile.Write(Draft with { Body = letter }), DocxWriter.MediaType, "letter.docx");
            case "text":
                return File(Encoding.UTF8.GetBytes($"{Draft.Subject}\n\n{letter}\n"), "text/plain; charset=utf-8", "letter.txt");
            case "log":
                var line = new ContactEventWish(Kind == Letters.Thanks ? "thanked" : "sent", null, "letter", Draft.Subject, null);
                return await AnswerAsync(await ContactLog.AddAsync(Rooms, Access, id, line, cancel), $"/contacts/{id}", "saved", () => OnGetAsync(id, Kind, [], cancel));
            default:
                return NotFound();
        }
    }
}

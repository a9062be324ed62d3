using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>Correcting a line, or taking it back. Two who do so at once see both versions.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/review-day/1/lines/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/review-day/1/lines/1", Method = "POST")]
public sealed class LineModel(Rooms rooms, DayMatcher matcher) : DayPage(rooms)
{
    public DayNote Note { get; private set; } = null!;

    public IReadOnlyList<DaySpeaker> Speakers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long line, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel) || await Lines.FindAsync(Store, Access, id, line, cancel) is not { } note || !Lines.MayChange(Access, note))
        {
            return NotFound();
        }

        (Note, Speakers) = (note, await OpenUpr.Planning.ReviewDay.Speakers.ListAsync(Store, Access, id, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long line, CancellationToken cancel)
    {
        if (await Lines.FindAsync(Store, Access, id, line, cancel) is not { } note || !Lines.MayChange(Access, note) || Act is not ("save" or "gone") || Number("revision") is not { } revision)
        {
            return NotFound();
        }

        var wish = new LineWish(note.ClientId, Text("kind"), Number("speaker"), Text("text"), null, (int)revision, Act == "gone");
        var results = await Lines.SendAsync(Rooms, matcher, Access, id, [wish], cancel);
        return results is not [var result] ? NotFound() : await AnswerAsync(result.Outcome, FormattableString.Invariant($"/review-day/{id}"), Act == "gone" ? "removed" : "saved", () => OnGetAsync(id, line, cancel));
    }
}

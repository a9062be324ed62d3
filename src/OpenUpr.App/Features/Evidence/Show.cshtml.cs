using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>One case with its files.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/evidence/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/1", Method = "POST")]
public sealed class ShowModel(Rooms rooms, CaseReader cases, CaseWriter writer, Inbox inbox, Shredding shredding) : EvidencePage(rooms)
{
    public OpenCase Open { get; private set; } = null!;

    public bool MayChange => CaseRules.MayChange(Access, Open.Case);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.OpenAsync(Access, id, cancel) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        return Page();
    }

    /// <summary>Takes it out of the trash, over from the inbox or aside, or decides on a file that could not be cleaned.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] long id, string? act, [FromForm] long? file, CancellationToken cancel)
    {
        if (act == "drop-file" && !IsFresh)
        {
            return AskForProof();
        }

        Outcome? outcome = act switch
        {
            "restore" => await writer.RestoreAsync(Access, id, cancel),
            "take-over" => await inbox.TakeOverAsync(Access, id, cancel),
            "put-aside" => await inbox.PutAsideAsync(Access, id, cancel),
            "keep-sealed" => await writer.KeepSealedAsync(Access, id, file ?? 0, cancel),
            "drop-file" => await shredding.ShredFileAsync(Access, id, file ?? 0, cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, Evidence(act == "take-over" ? $"/{done.Id}" : $"/{id}"), () => OnGetAsync(id, cancel)) : NotFound();
    }
}

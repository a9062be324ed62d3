using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The ways in for people without an account.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/evidence/boxes")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/evidence/boxes", Method = "POST")]
public sealed class BoxesModel(Rooms rooms, DropBoxes boxes) : EvidencePage(rooms)
{
    private readonly Rooms _rooms = rooms;

    public IReadOnlyList<DropBox> Boxes { get; private set; } = [];

    /// <summary>A box that was just made, with its secrets: this is the only time that they are shown.</summary>
    public NewDropBox? Made { get; private set; }

    public string SendAddress => $"{Request.Scheme}://{Request.Host}/send";

    public string Suggested => _rooms.Today.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public bool IsOpen(DropBox box) => box.ClosedAt is null && box.OpenUntil > _rooms.Time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Boxes = await boxes.ListAsync(Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? act, long? box, string? name, string? language, string? greeting, string? until, CancellationToken cancel)
    {
        if (act == "close")
        {
            return await AnswerAsync(await boxes.CloseAsync(Access, box ?? 0, cancel), Evidence("/boxes"), () => OnGetAsync(cancel));
        }

        var made = await boxes.AddAsync(Access, name, language, greeting, until, cancel);
        if (!made.Outcome.IsDone)
        {
            return await AnswerAsync(made.Outcome, "", () => OnGetAsync(cancel));
        }

        // Shown at once and without an address of its own: the secrets are kept nowhere.
        Made = made;
        return await OnGetAsync(cancel);
    }
}

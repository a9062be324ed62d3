using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Whom the coalition wants to speak to, and what it tells the press.</summary>
internal sealed partial class DemoRoom
{
    private async Task TargetsAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-targets").ToList())
        {
            _db.TargetChoices.Add(new TargetChoice
            {
                Id = await IdAsync(Counters.TargetChoices, cancel), CoalitionId = coalition.Id, Sur = row["sur"], State = row["state"], Issue = row.Optional("issue"), Note = row.Optional("note"),
                TalkerId = _people[row["talker"]], Progress = row["progress"], Revision = 1,
            });
        }

        foreach (var row in Rows("coalition-press").ToList())
        {
            var id = await IdAsync(Counters.PressTexts, cancel);
            var approver = row.Optional("approver");
            _db.PressTexts.Add(new PressText
            {
                Id = id, SeriesId = id, Number = 1, CoalitionId = coalition.Id, Kind = row["kind"], Title = row["title"], Text = row["text"].ReplaceLineEndings("\n"), Sur = row["sur"], Session = row.Number("session"),
                State = approver is null ? PressText.Draft : PressText.Approved, AuthorId = _people[row["author"]], WrittenAt = At(row, "day"),
                ApproverId = approver is null ? null : _people[approver], ApprovedAt = approver is null ? null : At(row, "approved"),
            });
        }
    }
}

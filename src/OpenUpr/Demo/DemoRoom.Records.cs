using System.Globalization;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>What the coalition has written down: meetings, decisions, trainings, money, who is absent, secretariats, a reprisal.</summary>
internal sealed partial class DemoRoom
{
    private async Task MeetingsAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-meetings").ToList())
        {
            var meeting = new Meeting
            {
                Id = await IdAsync(Counters.Meetings, cancel), CoalitionId = coalition.Id, ClusterId = row.Optional("cluster") is { } cluster ? _clusters[cluster] : null, Title = row["title"],
                StartsAt = At(row, "day", row.Number("hour")!.Value), Venue = row.Optional("venue"), HostId = row.Optional("host") is { } host ? _organisations[host] : null, Agenda = row.Optional("agenda"),
                Minutes = row.Optional("minutes"), CirculatedAt = row.Number("circulated") is null ? null : At(row, "circulated"), AuthorId = _people[row["author"]], Revision = 1,
            };
            _db.Meetings.Add(meeting);
            _meetings.Add(row["key"], (meeting.Id, meeting.ClusterId));
            foreach (var (kind, person) in Keys(row, "present").Select(p => (Attendance.Present, p)).Concat(Keys(row, "apologies").Select(p => (Attendance.Apologies, p))))
            {
                _db.Attendances.Add(new Attendance
                {
                    Id = await IdAsync(Counters.Attendances, cancel), CoalitionId = coalition.Id, ClusterId = meeting.ClusterId, MeetingId = meeting.Id, MemberId = _people[person], Kind = kind,
                    SeenMinutesAt = Keys(row, "seen").Contains(person) ? meeting.CirculatedAt?.AddHours(5) : null,
                });
            }
        }

        foreach (var row in Rows("coalition-decisions").ToList())
        {
            var (meeting, cluster) = _meetings[row["meeting"]];
            _db.Decisions.Add(new Decision
            {
                Id = await IdAsync(Counters.Decisions, cancel), CoalitionId = coalition.Id, ClusterId = cluster, MeetingId = meeting, Text = row["text"], OwnerId = _people[row["owner"]], DueOn = Day(row, "due"),
                DoneAt = row.Number("done") is null ? null : At(row, "done"),
            });
        }
    }

    private async Task RecordsAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-trainings").ToList())
        {
            _db.Trainings.Add(new Training { Id = await IdAsync(Counters.Trainings, cancel), CoalitionId = coalition.Id, Title = row["title"], On = Day(row, "day")!.Value, GivenBy = row["given"], Participants = row.Number("participants"), Note = row.Optional("note") });
        }

        foreach (var row in Rows("coalition-grants").ToList())
        {
            _db.Grants.Add(new Grant
            {
                Id = await IdAsync(Counters.Grants, cancel), CoalitionId = coalition.Id, Kind = row["kind"], Donor = row["donor"], HolderId = row.Optional("holder") is { } holder ? _organisations[holder] : null,
                Amount = row.Number("amount"), Currency = row.Optional("currency"), From = Day(row, "from"), To = Day(row, "to"), ExcludesUnregistered = row["excludes"] == "yes", PrefersCoalitions = row["prefers"] == "yes", Note = row.Optional("note"),
            });
        }

        foreach (var row in Rows("coalition-absent").ToList())
        {
            _db.AbsentGroups.Add(new AbsentGroup { Id = await IdAsync(Counters.AbsentGroups, cancel), CoalitionId = coalition.Id, Kind = row["kind"], Name = row["name"], Plan = row.Optional("plan"), SettledOn = Day(row, "settled") });
        }

        await SecretariatAsync(cancel);
        await ReprisalsAsync(cancel);
        await SharesAsync(cancel);
    }

    /// <summary>Guests may read the newest terms and the first meeting.</summary>
    private async Task SharesAsync(CancellationToken cancel)
    {
        foreach (var guest in Rows("coalition-people").Where(r => r["role"] == CoalitionRole.Guest.Code()).Select(r => _people[r["key"]]).ToList())
        {
            foreach (var (thing, id) in new[] { (TermsBook.Thing, _terms.Values.Last()), (Meetings.Thing, _meetings.Values.First().Id) })
            {
                _db.Shares.Add(new Share { Id = await IdAsync(Counters.Shares, cancel), CoalitionId = coalition.Id, Thing = thing, ThingId = id, MemberId = guest, AuthorId = _people.Values.First(), SharedAt = _now.AddDays(-20) });
            }
        }
    }

    private async Task SecretariatAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-secretariat").ToList())
        {
            var to = Day(row, "to");
            _db.SecretariatTerms.Add(new SecretariatTerm
            {
                Id = await IdAsync(Counters.SecretariatTerms, cancel), CoalitionId = coalition.Id, OrganisationId = _organisations[row["organisation"]], MemberId = row.Optional("person") is { } person ? _people[person] : null,
                Region = row.Optional("region"), From = Day(row, "from")!.Value, To = to, HandedOverAt = to < rooms.Today ? At(row, "to", 15) : null, HandOverNote = row.Optional("note"), HandOverList = row.Optional("list"),
            });
        }
    }

    private async Task ReprisalsAsync(CancellationToken cancel)
    {
        foreach (var row in Rows("coalition-reprisals").ToList())
        {
            var id = await IdAsync(Counters.ReprisalEntries, cancel);
            var steps = Keys(row, "steps").Select(s => s.Split(':')).Select(s => new ReprisalStep(s[0], rooms.Today.AddDays(int.Parse(s[1], CultureInfo.InvariantCulture)), s[2])).ToList();
            var words = new ReprisalWords(row["who"], row["what"], row.Optional("where"), row.Optional("when"), row.Optional("by"));
            _db.ReprisalEntries.Add(new ReprisalEntry
            {
                Id = id, CoalitionId = coalition.Id, AuthorId = _people[row["author"]], EnteredAt = At(row, "day"),
                Sealed = await rooms.Keys.SealAsync(_access, ReprisalSteps.ToJson(words), ReprisalSteps.PlaceOfWords(id), cancel),
                Steps = await rooms.Keys.SealAsync(_access, ReprisalSteps.ToJson(steps), ReprisalSteps.PlaceOfSteps(id), cancel),
            });
        }
    }
}

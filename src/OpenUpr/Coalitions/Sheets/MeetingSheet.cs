using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Meetings of the whole coalition; two are the same by title and beginning. Times are read as Coordinated Universal Time, as in the form.</summary>
internal sealed class MeetingSheet : SheetTarget
{
    public override string Kind => "meetings";

    public override IReadOnlyList<SheetField> Fields { get; } =
    [
        new("title", true, ["title", "meeting", "subject", "titre", "reunion", "objet", "titulo", "asunto", "name", "nom", "nombre"]),
        new("starts", true, ["date", "day", "starts", "start", "jour", "fecha", "dia", "when", "date and time", "debut", "inicio"], SheetDays.Looks),
        new("time", false, ["time", "hour", "heure", "hora", "start time"], c => SheetDays.Time(c) is not null && !SheetDays.Looks(c)),
        new("venue", false, ["venue", "place", "location", "room", "lieu", "salle", "lugar", "sala", "where"]),
        new("host", false, ["host", "hosted by", "hote", "accueil", "anfitrion", "organisation", "organization", "organizacion"]),
        new("agenda", false, ["agenda", "ordre du jour", "orden del dia", "programme", "program", "programa"]),
        new("minutes", false, ["minutes", "notes", "proces verbal", "pv", "compte rendu", "acta", "actas", "notas"]),
    ];

    internal override async Task PrepareAsync(SheetWork work, CancellationToken cancel)
    {
        await work.ReadOrganisationsAsync(cancel);
        work.Known.UnionWith((await work.Db.Meetings.AsNoTracking().Select(m => new { m.Title, m.StartsAt }).ToListAsync(cancel)).Select(m => KeyOf(m.Title, m.StartsAt)));
    }

    internal override async Task<SheetLine> AddAsync(SheetWork work, SheetCells cells, CancellationToken cancel)
    {
        var fields = new Fields();
        long? host = cells["host"] is not { } name ? null : work.Organisations.TryGetValue(SheetField.Fold(name), out var id) ? id : fields.Refuse<long?>(Refusal.Unknown, "host", null);
        var time = cells["time"] is { } clock ? SheetDays.Time(clock) ?? fields.Refuse(Refusal.NoDate, "time", "") : SheetDays.Time(cells["starts"] ?? "") ?? "00:00";
        var meeting = new Meeting { CoalitionId = work.Access.CoalitionId, Title = "", AuthorId = work.Access.MemberId, HostId = host, Revision = 1 };
        Meetings.Fill(meeting, new MeetingWish(cells["title"], cells.Day("starts") is { } day ? $"{day}T{time}" : null, cells["venue"], null, null, cells["agenda"], cells["minutes"], null), fields);
        if (fields.Wrong is { } wrong)
        {
            return Refused(cells, cells["title"] ?? "", wrong);
        }

        if (!work.Known.Add(KeyOf(meeting.Title, meeting.StartsAt)))
        {
            return new SheetLine(cells.Line, SheetVerdict.Same, meeting.Title);
        }

        meeting.Id = await work.IdAsync(Counters.Meetings, cancel);
        work.Db.Meetings.Add(meeting);
        return new SheetLine(cells.Line, SheetVerdict.New, meeting.Title);
    }

    private static string KeyOf(string title, DateTimeOffset at) => $"{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {SheetField.Fold(title)}";
}

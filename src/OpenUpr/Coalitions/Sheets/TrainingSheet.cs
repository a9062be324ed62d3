using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Trainings (requirement D5); two are the same by title and day.</summary>
internal sealed class TrainingSheet : SheetTarget
{
    public override string Kind => "trainings";

    public override IReadOnlyList<SheetField> Fields { get; } =
    [
        new("title", true, ["title", "training", "subject", "titre", "formation", "sujet", "titulo", "formacion", "capacitacion", "taller", "workshop", "atelier", "name", "nom", "nombre"]),
        new("on", true, ["date", "day", "on", "jour", "fecha", "dia", "when"], SheetDays.Looks),
        new("given", false, ["given by", "trainer", "facilitator", "formateur", "formatrice", "animateur", "donnee par", "facilitador", "facilitadora", "impartido por", "organisation"]),
        new("participants", false, ["participants", "participantes", "number of participants", "nombre de participants", "numero de participantes", "people", "attendance"]),
        new("note", false, ["note", "notes", "remarks", "remarques", "notas", "observaciones", "comments", "commentaires", "comentarios"]),
    ];

    internal override async Task PrepareAsync(SheetWork work, CancellationToken cancel) =>
        work.Known.UnionWith((await work.Db.Trainings.AsNoTracking().Select(t => new { t.Title, t.On }).ToListAsync(cancel)).Select(t => KeyOf(t.Title, t.On)));

    internal override async Task<SheetLine> AddAsync(SheetWork work, SheetCells cells, CancellationToken cancel)
    {
        var fields = new Fields();
        var training = Records.ReadTraining(work.Access, fields, new TrainingWish(cells["title"], cells.Day("on"), cells["given"], cells["participants"], cells["note"]));
        if (fields.Wrong is { } wrong)
        {
            return Refused(cells, cells["title"] ?? "", wrong);
        }

        if (!work.Known.Add(KeyOf(training.Title, training.On)))
        {
            return new SheetLine(cells.Line, SheetVerdict.Same, training.Title);
        }

        training.Id = await work.IdAsync(Counters.Trainings, cancel);
        work.Db.Trainings.Add(training);
        return new SheetLine(cells.Line, SheetVerdict.New, training.Title);
    }

    private static string KeyOf(string title, DateOnly on) => $"{on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {SheetField.Fold(title)}";
}

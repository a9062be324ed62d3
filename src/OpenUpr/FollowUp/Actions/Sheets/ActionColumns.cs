using System.Text.RegularExpressions;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>What a column of somebody's own implementation matrix can be, in the words of English, French and Spanish; other languages are told by what stands in the cells, or by hand.</summary>
public static partial class ActionColumns
{
    public const string Number = "number";
    public const string Recommendation = "recommendation";
    public const string Action = "action";
    public const string Ministry = "ministry";
    public const string Actors = "actors";
    public const string From = "from";
    public const string To = "to";
    public const string Indicator = "indicator";
    public const string Baseline = "baseline";
    public const string Target = "target";
    public const string Source = "source";
    public const string Status = "status";
    public const string Percent = "percent";
    public const string Progress = "progress";
    public const string Obstacles = "obstacles";
    public const string Assistance = "assistance";
    public const string Budget = "budget";
    public const string Law = "law";
    public const string Committee = "committee";
    public const string Goals = "targets";
    public const string Plans = "plans";

    /// <summary>Kept word for word as a note of the room on the action.</summary>
    public const string Note = "note";

    /// <summary>In the order in which a form offers them. Several columns may be one field: their texts are put together.</summary>
    public static IReadOnlyList<SheetField> Fields { get; } =
    [
        new(Number, false, ["no", "nr", "n", "number", "no of recommendation", "recommendation number", "recommendation no", "rec no", "paragraph", "para", "numero", "numero de la recommandation", "numero de recomendacion", "paragraphe", "parrafo", "ref", "reference"]),
        new(Recommendation, false, ["recommendation", "recommendations", "upr recommendation", "recommandation", "recommandations", "recomendacion", "recomendaciones", "text of the recommendation", "recommendations served"]),
        new(Action, true, ["action", "actions", "activity", "activities", "measure", "measures", "planned action", "implementing action", "mesure", "mesures", "activite", "activites", "medida", "medidas", "accion", "acciones", "actividad", "actividades", "what", "task", "key activities", "strategic action"]),
        new(Ministry, false, ["ministry", "ministries", "responsible", "responsible ministry", "responsible body", "lead", "lead ministry", "lead agency", "lead institution", "responsible institution", "responsible agency", "ministere", "ministeres", "responsable", "responsables", "ministere responsable", "institution responsable", "ministerio", "ministerios", "institucion responsable", "entidad responsable", "organe responsable", "chef de file", "who", "mda", "owner"]),
        new(Actors, false, ["actors", "other actors", "others", "partners", "stakeholders", "supporting institutions", "supporting agencies", "partenaires", "autres acteurs", "acteurs", "parties prenantes", "otros actores", "actores", "socios", "others and their duty", "support", "contributors"]),
        new(From, false, ["from", "start", "start date", "begin", "beginning", "debut", "date de debut", "inicio", "fecha de inicio", "desde"]),
        new(To, false, ["to", "end", "due", "due date", "deadline", "by when", "timeframe", "time frame", "timeline", "period", "target date", "completion date", "echeance", "delai", "date limite", "fin", "date de fin", "calendrier", "periode", "plazo", "fecha limite", "fecha final", "hasta", "cronograma", "when"]),
        new(Indicator, false, ["indicator", "indicators", "indicateur", "indicateurs", "indicador", "indicadores", "performance indicator", "kpi", "smart indicator", "means of verification"]),
        new(Baseline, false, ["baseline", "valeur de reference", "valeur initiale", "linea de base", "valor inicial"]),
        new(Target, false, ["target", "target value", "valeur cible", "cible", "meta", "valor meta"]),
        new(Source, false, ["source", "source of data", "data source", "source de donnees", "fuente", "fuente de datos", "fuente de verificacion", "source of verification"]),
        new(Status, false, ["status", "state", "statut", "etat", "estado", "state of the action", "implementation status", "status of implementation", "level of implementation", "etat d avancement", "estado de la medida", "estado de aplicacion", "rating", "situation"]),
        new(Percent, false, ["percent", "percentage", "completion", "pourcentage", "taux d execution", "porcentaje", "avance", "complete", "progress percent", "done"], c => PercentCell().IsMatch(c)),
        new(Progress, false, ["progress", "progress made", "progress report", "achievements", "results", "what was done", "comments on progress", "progres", "progres realises", "resultats", "realisations", "avances", "progresos", "logros", "resultados", "update", "latest update", "remarks on progress"]),
        new(Obstacles, false, ["obstacles", "challenges", "challenge", "constraints", "difficultes", "contraintes", "defis", "obstaculos", "dificultades", "desafios", "retos", "bottlenecks"]),
        new(Assistance, false, ["assistance", "assistance needed", "help needed", "technical assistance", "support needed", "assistance necessaire", "appui necessaire", "besoins", "asistencia", "asistencia necesaria", "apoyo requerido", "needs"]),
        new(Budget, false, ["budget", "cost", "costs", "estimated cost", "resources", "cout", "couts", "ressources", "presupuesto", "costo", "recursos", "funding", "financement", "financiamiento"]),
        new(Law, false, ["law", "laws", "legislation", "loi", "lois", "ley", "leyes", "legal basis"]),
        new(Committee, false, ["committee", "committee of parliament", "parliamentary committee", "commission parlementaire", "comision parlamentaria"]),
        new(Goals, false, ["sdg", "sdgs", "goals", "goals and targets", "sdg target", "odd", "ods", "objectifs et cibles", "objetivos y metas"]),
        new(Plans, false, ["plans", "plan", "plans and strategies", "strategy", "national plan", "plans et strategies", "planes y estrategias"]),
        new(Note, false, ["note", "notes", "remarks", "comments", "remarques", "commentaires", "observations", "observaciones", "comentarios", "notas"]),
    ];

    private static readonly HashSet<string> s_known = [.. Fields.SelectMany(f => f.Headings)];

    /// <summary>Whether a cell, alone, is a heading and nothing else.</summary>
    internal static bool IsHeading(string cell) => s_known.Contains(SheetField.Fold(cell));

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d+)?\s?%$", RegexOptions.CultureInvariant)]
    internal static partial Regex PercentCell();
}

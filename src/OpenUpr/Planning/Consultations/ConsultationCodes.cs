using OpenUpr.Storage;

namespace OpenUpr.Planning.Consultations;

/// <summary>The codes of consultations; pages have words for each. Resolution 5/1 of the Human Rights Council (2007, annex, paragraph 15 a) encourages States to prepare their report through a broad consultation process at the national level with all relevant stakeholders.</summary>
public static class ConsultationCodes
{
    public const string Yes = "yes";
    public const string No = "no";

    public static IReadOnlyList<string> Kinds { get; } = [Consultation.OfState, Consultation.OfSociety, Consultation.OnDraft];

    /// <summary>Requirement E2: ministries, levels of government, members of parliament, varied civil society.</summary>
    public static IReadOnlyList<string> Invitees { get; } = ["ministries", "regions", "municipalities", "parliament", "nhri", "cso-capital", "cso-regions", "grassroots", "marginalised", "un", "academia", "media"];

    /// <summary>Requirement E2: meetings, questionnaires, web, a shared draft.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["meetings", "questionnaire", "web", "draft"];

    /// <summary>Requirement E3.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["attend", "comment", "refuse", "extension"];

    /// <summary>Requirement E3: what a consultation is tested for, each with its questions. A "no" is a warning.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["broad"] = ["all-issues", "outside-capital", "levels"],
        ["timely"] = ["before-draft", "notice", "comment-time"],
        ["effective"] = ["minutes", "answered", "draft-shared"],
        ["transparent"] = ["timeline", "who-invited", "published"],
        ["inclusive"] = ["independent", "marginalised", "languages", "nhri-bridge"],
    };

    public static IReadOnlyList<string> Answers { get; } = [Yes, "partly", No];

    /// <summary>What the national report made of an issue (requirement E4).</summary>
    public static IReadOnlyList<string> Fates { get; } = ["kept", "partly", "ignored", RaisedIssue.Unknown];

    /// <summary>Where an issue goes next.</summary>
    public static IReadOnlyList<string> NextUses { get; } = ["none", "recommendation", "advocacy"];

    public static IReadOnlyList<string> Partners { get; } = ["government", "nhri"];

    /// <summary>Days for comments up to which they are a token: one week was in the second review of a State that UPR Info's compendium tells of, and was inadequate.</summary>
    public const int TokenDays = 7;

    /// <summary>Days of notice below which people outside the capital cannot come.</summary>
    public const int ShortNotice = 14;
}

/// <summary>How a consultation does in the test, as far as it is known.</summary>
/// <param name="Warnings">Codes of what is wrong, each with a sentence; "comment-days" and "notice-days" come from the dates.</param>
/// <param name="Answered">Questions that have an answer, of <paramref name="Asked"/>.</param>
/// <param name="Days">For comments, from when the coalition was told, or the day itself, to the last day; null where either is not known.</param>
public sealed record QualityTest(IReadOnlyList<string> Warnings, int Answered, int Asked, int? Days)
{
    public const string CommentDays = "comment-days";
    public const string NoticeDays = "notice-days";
    public const string OnlyCapital = "only-capital";

    public static QualityTest Of(Consultation consultation)
    {
        var answers = AnswersOf(consultation);
        var asked = ConsultationCodes.Questions.SelectMany(q => q.Value).ToList();
        var warnings = asked.Where(q => answers.GetValueOrDefault(q) == ConsultationCodes.No).ToList();
        var days = consultation.CommentsBy is { } last && (consultation.ToldOn ?? consultation.HeldOn) is { } from ? last.DayNumber - from.DayNumber : (int?)null;
        if (days <= ConsultationCodes.TokenDays)
        {
            warnings.Insert(0, CommentDays);
        }

        if (consultation is { HeldOn: { } held, ToldOn: { } told } && held.DayNumber - told.DayNumber < ConsultationCodes.ShortNotice)
        {
            warnings.Insert(0, NoticeDays);
        }

        var invitees = consultation.Invitees.Split('\n');
        if (invitees.Contains("cso-capital") && !invitees.Contains("cso-regions"))
        {
            warnings.Add(OnlyCapital);
        }

        return new QualityTest(warnings, asked.Count(answers.ContainsKey), asked.Count, days);
    }

    /// <summary>The answer to each question that has one.</summary>
    public static IReadOnlyDictionary<string, string> AnswersOf(Consultation consultation) =>
        consultation.Answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split(':')).Where(a => a.Length == 2).DistinctBy(a => a[0]).ToDictionary(a => a[0], a => a[1]);
}

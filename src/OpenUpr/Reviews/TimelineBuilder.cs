namespace OpenUpr.Reviews;

/// <summary>Reads the rows about one session and works out the steps from them, one after the other in the order of timeline.csv.</summary>
internal sealed class TimelineBuilder(ReferenceData reference, Session session, string? iso3, ReviewSlot? slot)
{
    private const string Stakeholders = "stakeholder-deadline";

    private readonly DatedRows _rows = new(reference, session, iso3);
    private readonly Dictionary<string, StepDate?> _dates = [];

    /// <summary>A date of the session is only as sure for a State as the State's place in the session.</summary>
    private Certainty Cap => slot?.Certainty ?? (iso3 is null ? Certainty.Confirmed : Certainty.Derived);

    public IReadOnlyList<TimelineStep> Build()
    {
        var steps = new List<TimelineStep>();
        foreach (var rule in reference.Steps.Where(r => r.OfSession || iso3 is not null))
        {
            var dated = _rows.Of(rule.DatedBy);
            IReadOnlyList<StepDate> statements = [.. (dated.Count > 0 ? dated : Estimates(rule.Milestone)).Select(AsSureAsTheSlot)];
            var date = Choose(statements);
            _dates[rule.Key] = date;
            if (date is not null || rule.Milestone is not null)
            {
                steps.Add(new TimelineStep(rule.Key, rule.What, date, statements, HourRules(rule.Key, date), _rows.HrcSessionFor(rule.Key), _rows.NextSessionFor(rule.DatedBy)));
            }
        }

        return InTimeOrder(steps);
    }

    private List<StepDate> Estimates(string? key) => key is null
        ? []
        : [.. reference.Milestones.Where(m => m.Key == key && (m.Min ?? m.Max) is not null).Select(Estimate).OfType<StepDate>()];

    private StepDate? Estimate(Milestone rule) =>
        AnchorOf(rule.Anchor) is { } anchor ? EstimatedDate.From(rule, anchor) : null;

    private StepDate? AnchorOf(string anchor) => anchor switch
    {
        "review" => _rows.Session,
        "wg-session-start" => _rows.Session is { Precision: Precision.Day } day ? day with { Latest = day.Earliest } : _rows.Session,
        "wg-session-end" => _rows.Session is { Precision: Precision.Day, Latest: { } end } day ? day with { Earliest = end } : _rows.Session,
        "hrc-session-start" => null, // a dated row or nothing, see DatedRows
        "stakeholder-deadline" => _dates.GetValueOrDefault(Stakeholders) ?? Choose(Statements(Stakeholders)),
        "hrc-adoption" => _dates.GetValueOrDefault(anchor),
        _ => throw new InvalidDataException($"milestones.csv: there is no anchor '{anchor}'."),
    };

    /// <summary>What is known of a step that comes later in the file than the one that counts from it.</summary>
    private List<StepDate> Statements(string key)
    {
        var rule = reference.Steps.Single(s => s.Key == key);
        return _rows.Of(rule.DatedBy) is { Count: > 0 } dated ? dated : Estimates(rule.Milestone);
    }

    private StepDate AsSureAsTheSlot(StepDate date) => date.Certainty <= Cap ? date : date with { Certainty = Cap };

    private IReadOnlyList<Milestone> HourRules(string key, StepDate? date) => key == Stakeholders && date is { Time: null }
        ? [.. reference.Milestones.Where(m => m.Anchor == key && m.Unit == "hours")]
        : [];

    /// <summary>Measured ranges before rules in words; where several are equal in rank, the span of them all.</summary>
    private static StepDate? Choose(IReadOnlyList<StepDate> statements)
    {
        var rank = statements.Any(s => s.Rule is { Measured: true }) ? [.. statements.Where(s => s.Rule is { Measured: true })] : statements;
        return rank.Count switch
        {
            0 => null,
            1 => rank[0],
            _ => EstimatedDate.SpanOf(rank),
        };
    }

    /// <summary>By first day; a step without a date stays where the process has it.</summary>
    private static List<TimelineStep> InTimeOrder(List<TimelineStep> steps)
    {
        var keyed = new List<(DateOnly At, TimelineStep Step)>();
        var last = DateOnly.MinValue;
        foreach (var step in steps)
        {
            last = step.Date?.Earliest ?? last;
            keyed.Add((last, step));
        }

        return [.. keyed.OrderBy(k => k.At).Select(k => k.Step)];
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Tests.Export.Ics;

/// <summary>A reader of calendar files that forgives nothing: it throws at whatever RFC 5545 does not allow.</summary>
internal sealed partial class StrictIcs
{
    private readonly List<StrictIcs> _children = [];
    private readonly List<(string Name, string Parameters, string Value)> _properties = [];

    private StrictIcs(string name) => Name = name;

    public string Name { get; }

    public IReadOnlyList<StrictIcs> Children => _children;

    public IEnumerable<StrictIcs> Events => _children.Where(c => c.Name == "VEVENT");

    public static StrictIcs Parse(byte[] file)
    {
        var stack = new Stack<StrictIcs>();
        StrictIcs? whole = null;
        foreach (var line in Unfold(file))
        {
            var match = Line().Match(line);
            Assert.True(match.Success, $"Not a content line: {line}");
            var (name, parameters, value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            Assert.Null(whole);
            switch (name)
            {
                case "BEGIN":
                    stack.Push(new StrictIcs(value));
                    break;
                case "END":
                    var done = stack.Pop();
                    Assert.Equal(done.Name, value);
                    done.Check();
                    if (stack.TryPeek(out var parent))
                    {
                        parent._children.Add(done);
                    }
                    else
                    {
                        whole = done;
                    }

                    break;
                default:
                    stack.Peek()._properties.Add((name, parameters, value));
                    break;
            }
        }

        Assert.Empty(stack);
        Assert.Equal("VCALENDAR", whole?.Name);
        Assert.Equal(whole!.Events.Count(), whole.Events.Select(e => e.Text("UID")).Distinct().Count());
        var zones = whole._children.Where(c => c.Name == "VTIMEZONE").Select(z => z.Value("TZID")).ToList();
        Assert.All(whole.Events.SelectMany(e => e._properties).Select(p => Zone().Match(p.Parameters)).Where(m => m.Success), m => Assert.Contains(m.Groups[1].Value, zones));
        return whole;
    }

    public string Value(string name) => _properties.Single(p => p.Name == name).Value;

    public bool Has(string name) => _properties.Any(p => p.Name == name);

    public string Parameters(string name) => _properties.Single(p => p.Name == name).Parameters;

    /// <summary>A text value as it was before it was escaped.</summary>
    public string Text(string name) => Unescape(Value(name));

    public DateOnly Day(string name)
    {
        Assert.Equal(";VALUE=DATE", Parameters(name));
        return DateOnly.ParseExact(Value(name), "yyyyMMdd", CultureInfo.InvariantCulture);
    }

    private void Check()
    {
        if (Name == "VCALENDAR")
        {
            Assert.Equal("2.0", Value("VERSION"));
            Assert.NotEmpty(Value("PRODID"));
        }

        if (Name != "VEVENT")
        {
            return;
        }

        Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", Value("DTSTAMP"));
        Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", Value("LAST-MODIFIED"));
        Assert.InRange(int.Parse(Value("SEQUENCE"), CultureInfo.InvariantCulture), 0, int.MaxValue);
        Assert.NotEmpty(Text("UID"));
        Assert.NotEmpty(Text("SUMMARY"));
        Assert.Contains(Value("STATUS"), new[] { "TENTATIVE", "CONFIRMED", "CANCELLED" });
        Assert.True(Uri.TryCreate(Value("URL"), UriKind.Absolute, out _), Value("URL"));
        Assert.All(_properties, p => Assert.Single(_properties, o => o.Name == p.Name));
        if (Parameters("DTSTART") == ";VALUE=DATE")
        {
            Assert.True(Day("DTEND") > Day("DTSTART"));
        }
        else
        {
            // In Geneva's zone, or a moment in UTC.
            Assert.Contains(Parameters("DTSTART"), new[] { ";TZID=Europe/Zurich", "" });
            Assert.Matches(Parameters("DTSTART").Length > 0 ? "^[0-9]{8}T[0-9]{6}$" : "^[0-9]{8}T[0-9]{6}Z$", Value("DTSTART"));
            Assert.False(Has("DTEND"));
        }
    }

    /// <summary>Physical lines end with CRLF, have at most 75 octets, and each is whole UTF-8 by itself.</summary>
    private static List<string> Unfold(byte[] file)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        var start = 0;
        while (start < file.Length)
        {
            var end = file.AsSpan(start).IndexOf("\r\n"u8);
            Assert.True(end > 0, "A line is empty or has no end.");
            var physical = file.AsSpan(start, end);
            Assert.InRange(physical.Length, 1, 75);
            Assert.True(physical.IndexOfAnyInRange((byte)0, (byte)8) < 0 && physical.IndexOfAnyInRange((byte)10, (byte)31) < 0 && physical.IndexOf((byte)127) < 0, "A control character.");
            var text = strict.GetString(physical);
            if (text[0] == ' ')
            {
                lines[^1] += text[1..];
            }
            else
            {
                lines.Add(text);
            }

            start += end + 2;
        }

        return lines;
    }

    private static string Unescape(string value)
    {
        Assert.Matches(@"^(?:[^\\;,]|\\[\\;,nN])*$", value);
        return Escaped().Replace(value, m => m.Groups[1].Value is "n" or "N" ? "\n" : m.Groups[1].Value);
    }

    [GeneratedRegex("^([A-Z-]+)((?:;[A-Z-]+=[^:;,\"]+)*):(.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(";TZID=([^:;]+)")]
    private static partial Regex Zone();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}

using System.Text;
using OpenUpr.Sources;

namespace OpenUpr.Planning.Outreach;

/// <summary>A contact that was read from a file, with the line on which it begins.</summary>
public sealed record ReadContact(int Line, ContactWish Wish);

/// <summary>Reads address cards, vCard 3.0 (RFC 2426) and 4.0 (RFC 6350), with limits: such files come from phones and from strangers.</summary>
public static class VCardReader
{
    private const int MaxLine = 20_000;
    private const int MaxProperties = 200;

    private sealed record Property(int Line, string Name, string Value);

    /// <exception cref="SourceException">It is no such file, of another version, cut off, or too large.</exception>
    public static IEnumerable<ReadContact> Read(string text)
    {
        List<Property>? card = null;
        foreach (var property in Properties(text))
        {
            if (property.Name == "BEGIN")
            {
                card = card is null ? [property] : throw new SourceException("A card begins inside another one. Export the contacts anew.", property.Line);
            }
            else if (card is null)
            {
                throw new SourceException("Something stands outside of a card. Export the contacts anew as vCard 3.0 or 4.0.", property.Line);
            }
            else if (property.Name == "END")
            {
                yield return ToContact(card);
                card = null;
            }
            else if (card.Count >= MaxProperties)
            {
                throw new SourceException($"A card has more than {MaxProperties} properties.", property.Line);
            }
            else if (property is { Name: "VERSION", Value: not ("3.0" or "4.0") })
            {
                throw new SourceException($"This is vCard {(property.Value.Length < 6 ? property.Value : "of another version")}. Export the contacts as vCard 3.0 or 4.0.", property.Line);
            }
            else
            {
                card.Add(property);
            }
        }

        if (card is not null)
        {
            throw new SourceException("The file ends inside a card. Export the contacts anew.", card[0].Line);
        }
    }

    private static IEnumerable<Property> Properties(string text)
    {
        var (line, start, unfolded) = (0, 0, new StringBuilder());
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            if (raw.Length > 0 && raw[0] is ' ' or '\t')
            {
                unfolded.Append(raw.AsSpan(1));
            }
            else
            {
                if (Split(unfolded.ToString(), start) is { } property)
                {
                    yield return property;
                }

                unfolded.Clear().Append(raw);
                start = line;
            }

            if (unfolded.Length > MaxLine)
            {
                throw new SourceException($"A property has more than {MaxLine:N0} characters. Export the contacts without pictures.", start);
            }
        }

        if (Split(unfolded.ToString(), start) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>group.NAME;PARAMETER=a,"b:c":value</summary>
    private static Property? Split(string line, int number)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
            {
                var name = line[..i].Split(';')[0];
                return new Property(number, name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant(), line[(i + 1)..]);
            }
        }

        return string.IsNullOrWhiteSpace(line) ? null : throw new SourceException("A line has no colon, so that one cannot tell what it says.", number);
    }

    private static ReadContact ToContact(List<Property> card)
    {
        string? All(string name) => Join(", ", card.Where(p => p.Name == name).Select(p => Plain(p.Value)));
        List<string> Parts(string name) => card.Find(p => p.Name == name) is { } found ? [.. Components(found.Value).Select(Plain)] : [];
        var (names, address) = (Parts("N"), Parts("ADR"));
        var kinds = (All("CATEGORIES") ?? "").Split(',', StringSplitOptions.TrimEntries).Select(c => c.ToLowerInvariant());
        return new ReadContact(card[0].Line, new ContactWish(
            kinds.FirstOrDefault(ContactCodes.Kinds.Contains) ?? "other", All("FN") ?? Join(" ", [names.ElementAtOrDefault(1), names.ElementAtOrDefault(0)]), address.ElementAtOrDefault(6), address.ElementAtOrDefault(3),
            Join(", ", [All("TITLE") ?? All("ROLE"), Join(", ", Parts("ORG"))]), null, All("LANG")?.Split('-', ',')[0], null, null, false, false,
            new ContactSecrets(Mail(All("EMAIL")), Mail(All("TEL")), Join(", ", address.Take(6).Where((_, i) => i != 3)), All("NOTE"))));
    }

    private static string? Mail(string? value) => value?.Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Replace("tel:", "", StringComparison.OrdinalIgnoreCase);

    private static string? Join(string between, IEnumerable<string?> parts) => string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim())) is { Length: > 0 } joined ? joined : null;

    /// <summary>Parts between semicolons that are not escaped.</summary>
    private static List<string> Components(string value)
    {
        var (parts, from) = (new List<string>(), 0);
        for (var i = 0; i <= value.Length; i++)
        {
            if (i == value.Length || value[i] == ';')
            {
                parts.Add(value[from..i]);
                from = i + 1;
            }
            else if (value[i] == '\\')
            {
                i++;
            }
        }

        return parts;
    }

    private static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            text.Append(value[i] != '\\' || i + 1 == value.Length ? value[i] : value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}

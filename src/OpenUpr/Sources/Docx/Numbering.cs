namespace OpenUpr.Sources.Docx;

/// <summary>The lists that a document defines (ECMA-376, part 1, 17.9).</summary>
internal sealed class Numbering
{
    public const int Levels = 9;

    private readonly Dictionary<string, AbstractList> _abstract = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListInstance> _instances = new(StringComparer.Ordinal);

    public static Numbering Read(WordXml? xml)
    {
        var numbering = new Numbering();
        if (xml is not null && xml.ToRoot())
        {
            var inside = xml.Enter();
            while (xml.Next(inside))
            {
                if (xml.Name == "abstractNum" && xml.Attribute("abstractNumId") is { } id)
                {
                    numbering._abstract[id] = ReadAbstract(xml);
                }
                else if (xml.Name == "num" && xml.Attribute("numId") is { } number)
                {
                    numbering._instances[number] = ReadInstance(xml);
                }
            }
        }

        return numbering;
    }

    public ListInstance? Find(string id) => _instances.GetValueOrDefault(id);

    /// <summary>The list behind an instance: itself, or the one that its list style names. The name is that under which its numbers are counted.</summary>
    public (string Name, AbstractList List)? ListOf(ListInstance instance, StyleSheet styles)
    {
        var name = instance.AbstractId;
        for (var step = 0; step < Levels; step++)
        {
            if (!_abstract.TryGetValue(name, out var list))
            {
                return null;
            }

            if (list.StyleLink is null || styles.NumberingIdOf(list.StyleLink) is not { } id || !_instances.TryGetValue(id, out var linked) || linked.AbstractId == name)
            {
                return (name, list);
            }

            name = linked.AbstractId;
        }

        return null;
    }

    private static AbstractList ReadAbstract(WordXml xml)
    {
        var list = new AbstractList();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (xml.Name == "numStyleLink")
            {
                list.StyleLink = xml.Val;
            }
            else if (xml.Name == "lvl" && xml.Whole("ilvl") is >= 0 and < Levels and var level)
            {
                list.Levels[level] = ListLevel.Read(xml);
            }
        }

        return list;
    }

    private static ListInstance ReadInstance(WordXml xml)
    {
        var instance = new ListInstance();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (xml.Name == "abstractNumId")
            {
                instance.AbstractId = xml.Val ?? "";
            }
            else if (xml.Name == "lvlOverride" && xml.Whole("ilvl") is >= 0 and < Levels and var level)
            {
                var within = xml.Enter();
                while (xml.Next(within))
                {
                    if (xml.Name == "startOverride")
                    {
                        instance.Starts[level] = xml.Whole("val");
                    }
                    else if (xml.Name == "lvl")
                    {
                        instance.Levels[level] = ListLevel.Read(xml);
                    }
                }
            }
        }

        return instance;
    }
}

/// <summary>A list as it is defined once.</summary>
internal sealed class AbstractList
{
    public ListLevel?[] Levels { get; } = new ListLevel?[Numbering.Levels];

    /// <summary>The list style that defines it in its place.</summary>
    public string? StyleLink { get; set; }
}

/// <summary>A list as paragraphs refer to it: a definition with changes.</summary>
internal sealed class ListInstance
{
    public string AbstractId { get; set; } = "";

    public int?[] Starts { get; } = new int?[Numbering.Levels];

    public ListLevel?[] Levels { get; } = new ListLevel?[Numbering.Levels];
}

using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers.Reports;

public sealed class EditionReaderTests
{
    private const string French = """
        Nations Unies A/HRC/22/16
        Assemblée générale Distr. générale
        19 décembre 2012
        Original : anglais
        Conseil des droits de l'homme
        Vingt-deuxième session
        Rapport du Groupe de travail sur l'Examen
        périodique universel*
        Arvénie
        """ + "\n\f" + """
           1. Le Groupe de travail sur l'Examen périodique universel a tenu sa quatorzième session
           du 22 octobre au 5 novembre 2012.

           2. Les recommandations ci-après recueillent l'adhésion de l'Arvénie :

           2.1 Ratifier la Convention contre la torture et mettre en place un méca-
           nisme national de prévention (Hovand) ;

           2.2 Abolir la taxe sur le pain (Meridia).
        """;

    private const string Spanish = """
        Naciones Unidas A/HRC/22/16
        Asamblea General Distr. general
        19 de diciembre de 2012
        Original: inglés
        Consejo de Derechos Humanos
        Informe del Grupo de Trabajo sobre el Examen Periódico Universal
        Arvenia
        1. El Grupo de Trabajo sobre el Examen Periódico Universal celebró su 14º período de sesiones del 22 de octubre al 5 de noviembre de 2012.
        2. Las recomendaciones que figuran a continuación cuentan con el apoyo de Arvenia:
        2.1 Ratificar la Convención contra la Tortura (Hovand);
        2.2 Suprimir el impuesto sobre el pan (Meridia).
        """;

    private static readonly ReferenceData s_reference = ReferenceData.Load(World.Demo);

    [Fact]
    public void A_French_edition_is_known_and_read_by_paragraph()
    {
        var reading = PaperReader.Read(PaperTexts.LaidOut(French), s_reference);
        Assert.Equal((PaperKind.WorkingGroupReport, "A/HRC/22/16", "fr", "XAR", 14), (reading.Identity.Kind, reading.Identity.Symbol, reading.Identity.Language, reading.Identity.Sur, reading.Identity.Session));
        Assert.Equal(new DateOnly(2012, 12, 19), reading.Identity.PublishedOn);
        Assert.Equal(["1", "2", "2.1", "2.2"], reading.Passages.Select(p => p.Number));
        Assert.StartsWith("Ratifier la Convention", reading.Passages[2].Text, StringComparison.Ordinal);
        Assert.Empty(reading.Texts);
    }

    [Fact]
    public void A_Spanish_edition_is_known_and_read_by_paragraph()
    {
        var reading = PaperReader.Read(PaperTexts.Word(Spanish), s_reference);
        Assert.Equal((PaperKind.WorkingGroupReport, "A/HRC/22/16", "es", "XAR", 14), (reading.Identity.Kind, reading.Identity.Symbol, reading.Identity.Language, reading.Identity.Sur, reading.Identity.Session));
        Assert.Equal(new DateOnly(2012, 12, 19), reading.Identity.PublishedOn);
        Assert.Equal("Suprimir el impuesto sobre el pan (Meridia).", reading.Passages.Single(p => p.Number == "2.2").Text);
    }

    [Theory]
    [InlineData("ru", "Организация Объединенных Наций A/HRC/22/16\nРаспространение: Общее\n19 декабря 2012 года\nДоклад Рабочей группы по универсальному периодическому обзору\nАрвения\n1. Рабочая группа провела сессию.")]
    [InlineData("zh", "联合国 A/HRC/22/16\n2012年12月19日\n普遍定期审议工作组报告\n1. 普遍定期审议工作组举行了届会。")]
    [InlineData("ar", "الأمم المتحدة A/HRC/22/16\n19 كانون الأول/ديسمبر 2012\nتقرير الفريق العامل المعني بالاستعراض الدوري الشامل\n1. عقد الفريق العامل دورته.")]
    public void Editions_in_other_scripts_are_known_by_symbol_and_language(string language, string text)
    {
        var identity = PaperReader.Read(PaperTexts.Word(text), s_reference).Identity;
        Assert.Equal((PaperKind.WorkingGroupReport, "A/HRC/22/16", language), (identity.Kind, identity.Symbol, identity.Language));
        Assert.Equal(new DateOnly(2012, 12, 19), identity.PublishedOn);
    }
}

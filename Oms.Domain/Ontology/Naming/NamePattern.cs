namespace Oms.Domain.Ontology.Naming;

/// <summary>How the words of a name are joined (domain.md 1.15). Patterns with hyphens are for branches and stand elsewhere.</summary>
public enum NamePattern
{
    /// <summary><c>firstName</c>.</summary>
    CamelCase,

    /// <summary><c>FirstName</c>.</summary>
    PascalCase,

    /// <summary><c>first_name</c>.</summary>
    SnakeCase,

    /// <summary><c>FIRST_NAME</c>.</summary>
    UpperSnakeCase,

    /// <summary><c>firstname</c>.</summary>
    LowerCase,

    /// <summary><c>FIRSTNAME</c>.</summary>
    UpperCase,
}

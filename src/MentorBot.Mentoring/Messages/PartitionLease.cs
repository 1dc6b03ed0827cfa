namespace MentorBot.Mentoring.Messages;

/// <summary>Which node looks after one of the <see cref="Partitions.Count"/> partitions of all conversations, and until when.</summary>
public sealed class PartitionLease
{
    /// <summary>The partition: 0 to <see cref="Partitions.Count"/> - 1.</summary>
    public int Id { get; init; }

    /// <summary>The node that holds it, or null.</summary>
    public Guid? Node { get; set; }

    /// <summary>Until when, by the machines' own clocks; anybody may take it afterwards.</summary>
    public DateTimeOffset Until { get; set; }
}

/// <summary>One running MentorBot.</summary>
public sealed class Node
{
    /// <summary>Its id, new at every start.</summary>
    public Guid Id { get; init; }

    /// <summary>When it last said that it is alive.</summary>
    public DateTimeOffset SeenAt { get; set; }
}

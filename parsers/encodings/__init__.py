"""Which encoding bytes are in. Pure."""
